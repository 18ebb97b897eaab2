import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Người theo dõi',
  none: 'Chưa có ai theo dõi.',
  begin: 'Theo dõi',
  stop: 'Thôi theo dõi',
  hint: 'Việc bạn theo dõi nằm ở mục “Tôi theo dõi” của danh sách.',
  mentioned: 'được nhắc trong ghi chú',
  more: (count: string) => `và ${count} người nữa`,
  deed: {
    begun: 'Đã theo dõi. Việc này nằm ở mục “Tôi theo dõi” của danh sách.',
    stopped: 'Đã thôi theo dõi.',
  },
  refusal: {
    followed: 'Bạn đang theo dõi việc này rồi.',
    'not-followed': 'Bạn không còn theo dõi việc này.',
  },
  api: {
    list: 'Những người theo dõi bản ghi',
    begin: 'Theo dõi bản ghi',
    stop: 'Thôi theo dõi bản ghi',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
