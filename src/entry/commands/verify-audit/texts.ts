import { defineTexts } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const range = (from: number, to: number) => (from === to ? `dòng ${from}` : `dòng ${from} đến ${to}`);

const vi = {
  part: (tenant: string, from: number, to: number, all: number) =>
    `Nhật ký của ${tenant}: dòng ${from} đến ${to} trong chuỗi ${all} dòng`,
  fault: {
    missing: (from: number, to: number) => `thiếu ${range(from, to)}`,
    extra: (from: number, to: number) => `thừa ${range(from, to)}`,
    changed: (from: number, to: number) =>
      `${range(from, to)} (hoặc dòng ngay trước) không còn như khi niêm phong`,
  },
  whole: (lines: number) => `Nguyên vẹn: ${lines} dòng khớp với mã băm của chuỗi.`,
  broken: 'Tệp không nguyên vẹn.',
  compare: (position: number, hash: string) =>
    `Mã băm tại dòng ${position}: ${hash}. Trang Nhật ký và tệp tải lúc khác phải cho cùng mã tại dòng này.`,
  noExport: (line: number) =>
    `Tệp không phải nhật ký tải từ Sáu Rõ (JSON Lines), hoặc hỏng ở dòng ${line} của tệp.`,
  noFile: (file: string) => `Không đọc được tệp ${file}.`,
};

export type VerifyAuditTexts = typeof vi;

export const texts = defineTexts(vi, en);
