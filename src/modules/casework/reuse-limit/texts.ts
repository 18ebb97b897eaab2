import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Minh chứng dùng nhiều nơi',
  lead: 'Một minh chứng dùng cho quá nhiều bản ghi thường chứng minh không đủ cho từng bản ghi. Quá số này thì có cờ nhắc xem lại.',
  mostRecords: 'Nhắc khi dùng cho nhiều hơn',
  hint: 'Số bản ghi, từ 1 đến 1.000.',
  save: 'Lưu',
  saved: 'Đã lưu.',
  errorTitle: 'Chưa lưu được',
  fault: 'Ghi một số từ 1 đến 1.000.',
  api: {
    get: 'Số bản ghi mà một minh chứng được dùng trước khi có cờ nhắc',
    set: 'Đặt số bản ghi mà một minh chứng được dùng trước khi có cờ nhắc',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
