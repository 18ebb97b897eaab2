import type { Operator } from './plan-reading.ts';

/** Words that compare, before or behind a number, on bare letters. The first that stands next to it decides. */
export const BEFORE_NUMBER: readonly (readonly [Operator, RegExp])[] = [
  [
    '<=',
    /(?:khong (?:(?:duoc|vuot|de|co|xay ra|phat sinh) ){0,2}qua|khong vuot|khong (?:lon|cao|nhieu) hon|toi da|nhieu nhat|(?:giam|keo giam|ha) (?:xuong )?con|con)(?: khoang)?\s*$/,
  ],
  [
    '>=',
    /(?:it nhat|toi thieu|thap nhat|khong (?:duoc )?(?:duoi|thap hon|it hon|kem)|(?:dat|bang) (?:va|hoac) (?:vuot|tren|hon|cao hon)|dat tu|tang tu|tro len tu|\btu)(?: la| la dat| bang| dat| o muc)?\s*$|>=\s*$|≥\s*$/,
  ],
  ['<=', /<=\s*$|≤\s*$/],
  ['<', /(?:duoi|nho hon|thap hon|it hon)(?: muc)?\s*$|<\s*$/],
  ['>', /(?:tren|hon|vuot|vuot muc|lon hon|cao hon)(?: muc)?\s*$|>\s*$/],
];

export const BEHIND_NUMBER: readonly (readonly [Operator, RegExp])[] = [
  ['>=', /^\s*(?:[a-z ]{0,24}\s)?tro len(?![a-z])/],
  ['<=', /^\s*(?:[a-z ]{0,24}\s)?(?:tro xuong|tro lai)(?![a-z])/],
];

/**
 * Names of what is counted that have more than one word, or one that is also something else; any other word behind a
 * bounded number is a name by itself ("tối thiểu 03 thôn").
 */
export const COUNTED =
  'sang kien|kien nghi|hoi nghi|hoi thi|mo hinh|thanh vien|tin,? bai|bai viet|ho so|thu tuc(?: hanh chinh)?|giai phap|co quan,? don vi|co quan|don vi|phong ban|ngay lam viec|chuyen de|chuyen muc|chuyen trang|can bo|cong chuc|vien chuc|nguoi dan|doanh nghiep|ho gia dinh|van ban|nhiem vu|chi tieu|dich vu cong|to dan pho|to cong nghe so cong dong|to cong nghe so|san pham|phong su|cau lac bo|phan anh|y kien|cong trinh|nhom|lan|luot|dot|buoi|lop|cuoc|tthc|dvc|nguoi|phieu|ngay|gio|phut|diem|bac|video|phien|don thu|khoa hoc|khoa|tin|bai|vu|ho|xa|thon|ban|ap|xom|buon';

/** What follows a number without being counted by it. */
export const NOT_COUNTED =
  /^(?:nam|thang|tuan|quy|tuoi|muc|cap|giai doan|ky|dong|trieu|ty|nghin|km|m2|ha|tro|va|hoac|den|so|phan|tren|duoi)$/;

/** Verbs that promise an event by its bare number: "tổ chức 02 hội nghị đối thoại". */
export const PROMISE_VERB =
  /\b(?:to chuc|co|mo|de xuat|cong nhan|xay dung|thuc hien|kiem tra|dang tai|dang|don gian hoa|cat giam|rut ngan|thanh lap|dat|phan dau|hoan thanh|tham muu|thi diem|khao sat|doi thoai|ho tro|huong dan|tap huan|thu hut|tang|giam|o muc|duy tri|so hoa|dut diem|lap dat|trang bi|kich hoat|van dong|khac phuc|cai tao|tiep nhan|ra soat)\s*(?:duoc )?$/;

/** Figures of the country, province or economy that a plan recalls, and conditions of prizes and payments. */
export const CONTEXT =
  /\b(?:grdp|gdp|tang truong kinh te|toc do tang truong|binh quan (?:cua |chung )*(?:tinh|ca nuoc|toan tinh|thanh pho)|dinh muc chi|muc (?:chi|thu|thuong|ho tro)|bo tri kinh phi)\b|(?:tap the|ca nhan|don vi)(?: duoc| co| cham)* dat (?:tu )?\d{1,3} diem|\d nhiem vu (?:tai|neu|trong|theo|cua|duoc giao)/;

/** What was achieved already, in a sentence that promises nothing. */
export const ACCOUNT =
  /\bda (?:ban hanh|to chuc|tiep nhan|giai quyet|dat|hoan thanh|thuc hien|trien khai|cap|phat hanh|kiem tra|xu ly|giai ngan|ra soat|tham muu|cu|mo|xay dung|bo tri)\b|\b(?:moi|chi) dat \d|\bchiem (?:ty le )?\d|\b(?:tiep nhan|giai quyet)(?: duoc)? \d{1,3}(?:\.\d{3})* (?:ho so|luot)/;
