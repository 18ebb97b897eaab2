import type { Axis } from './plan-reading.ts';

/**
 * The words by which titles name an axis, on bare letters; the first axis with a hit wins.
 *
 * Narrow words stand first: "cải cách tổ chức bộ máy" before the wide words of steering, and digital government last
 * of the named axes, since "chính quyền" and "số" occur in many titles.
 */
export const AXIS_WORDS: readonly (readonly [Axis, RegExp])[] = [
  ['public-finance', /tai chinh cong|tai chinh|ngan sach|tai san cong|dau tu cong/],
  ['procedures', /thu tuc hanh chinh|\btthc\b|mot cua|phuc vu (?:nhan dan|nguoi dan)/],
  ['organization', /to chuc bo may|bo may hanh chinh|tinh gon bo may|sap xep bo may|phan cap|bien che/],
  [
    'civil-service',
    /che do cong vu|cong vu|can bo,? cong chuc|doi ngu can bo|vi tri viec lam|ky luat,? ky cuong|dao tao,? boi duong/,
  ],
  [
    'digital-government',
    /chinh quyen (?:dien tu|so)|chuyen doi so|chinh phu (?:dien tu|so)|cong nghe (?:so|thong tin)|kinh te so|xa hoi so|du lieu so|de an 06|hien dai hoa/,
  ],
  ['institution', /the che|phap luat|van ban quy pham/],
  [
    'steering',
    /chi dao|dieu hanh|tuyen truyen|kiem tra|kinh phi|to chuc thuc hien|chi so (?:cchc|cai cach)|thi dua|thong tin,? bao cao/,
  ],
  ['digital-government', /mo hinh|dac thu|\bso\b/],
];
