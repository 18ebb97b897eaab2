import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  part: { late: 'Quá hạn', today: 'Hạn hôm nay', soon: 'Sắp đến hạn', waiting: 'Chờ anh, chị' },
  due: (date: string) => `hạn ${date}`,
  late: (days: string) => `quá ${days} ngày làm việc`,
  says: {
    approve: 'chờ duyệt',
    again: 'bị trả lại, làm tiếp',
    accept: 'chờ nhận việc',
    give: 'chờ giao người làm',
    'due-asked': 'xin đổi hạn',
    contribution: 'chờ phần phối hợp',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
