import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Có người vừa lưu trước anh, chị',
  lead: 'Chưa có gì bị mất. Với mỗi mục khác nhau, chọn bản của họ hoặc bản của mình rồi lưu một lần.',
  theirs: (who: string, at: string) => `${who} lưu lúc ${at}`,
  stored: 'Bản đã lưu',
  mine: 'Anh, chị vừa nhập',
  empty: '(để trống)',
  yes: 'Có',
  no: 'Không',
  save: 'Lưu lựa chọn',
  keep: 'Giữ bản của họ',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
