import type { Operator } from './plan-reading.ts';

/** Words that compare, before or behind a number, on bare letters. The first that stands next to it decides. */
export const BEFORE_NUMBER: readonly (readonly [Operator, RegExp])[] = [
  ['<=', /(?:khong (?:vuot )?qua|khong (?:lon|cao|nhieu) hon|toi da|nhieu nhat|giam con|con)\s*$/],
  [
    '>=',
    /(?:it nhat|toi thieu|khong duoi|khong thap hon|khong it hon|dat tu|tang tu|tro len tu|\btu)\s*$|>=\s*$|≥\s*$/,
  ],
  ['<=', /<=\s*$|≤\s*$/],
  ['<', /(?:duoi|nho hon|thap hon|it hon)\s*$|<\s*$/],
  ['>', /(?:tren|hon|vuot|lon hon|cao hon)\s*$|>\s*$/],
];

export const BEHIND_NUMBER: readonly (readonly [Operator, RegExp])[] = [
  ['>=', /^\s*(?:[a-z ]{0,24}\s)?tro len(?![a-z])/],
  ['<=', /^\s*(?:[a-z ]{0,24}\s)?(?:tro xuong|tro lai)(?![a-z])/],
];

/** What is counted in promises: an event, a product or a person, in the spelling of the reading. */
export const COUNTED: readonly (readonly [string, string])[] = [
  ['sáng kiến', 'sang kien'],
  ['kiến nghị', 'kien nghi'],
  ['lần', 'lan|luot'],
  ['đợt', 'dot'],
  ['buổi', 'buoi'],
  ['lớp', 'lop'],
  ['hội nghị', 'hoi nghi'],
  ['cuộc', 'cuoc'],
  ['mô hình', 'mo hinh'],
  ['thành viên', 'thanh vien'],
  ['tin, bài', 'tin,? bai|tin|bai viet|bai'],
  ['hồ sơ', 'ho so'],
  ['thủ tục', 'thu tuc(?: hanh chinh)?|tthc'],
  ['giải pháp', 'giai phap'],
  ['phiếu', 'phieu'],
  ['người', 'nguoi'],
  ['cơ quan, đơn vị', 'co quan,? don vi'],
  ['đơn vị', 'don vi'],
  ['ngày làm việc', 'ngay lam viec'],
  ['ngày', 'ngay'],
  ['giờ', 'gio'],
  ['phút', 'phut'],
  ['điểm', 'diem'],
  ['bậc', 'bac'],
  ['chuyên đề', 'chuyen de'],
  ['chuyên mục', 'chuyen muc'],
  ['video', 'video'],
];

/** Verbs that promise an event by its bare number: "tổ chức 02 hội nghị đối thoại". */
export const PROMISE_VERB =
  /\b(?:to chuc|co|mo|de xuat|cong nhan|xay dung|thuc hien|kiem tra|dang tai|dang|don gian hoa|cat giam|rut ngan|thanh lap|dat|phan dau|hoan thanh|tham muu|thi diem|khao sat|doi thoai)\s*(?:duoc )?$/;

/** Figures of the country, province or economy that a plan recalls; they are no promise of the commune. */
export const CONTEXT = /\b(?:grdp|gdp|tang truong kinh te|toc do tang truong)\b/;
