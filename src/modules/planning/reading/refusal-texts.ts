import type { RefusalCode } from '#platform/docread/refusal.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { refusalTextsEn } from './refusal-texts.en.ts';

/** Why a plan's file was not taken, and what file would be. */
export const refusalTexts: Readonly<Record<RefusalCode, string>> = {
  empty: 'Không có chữ nào để đọc: hãy chọn tệp có nội dung kế hoạch; bản chụp hoặc quét thì cần bản gõ.',
  'too-large':
    'Nội dung gửi lên lớn hơn 20 MB: hãy bỏ bớt ảnh trong tệp, hoặc lưu riêng phần chữ thành .docx hay .txt.',
  'format-not-yet':
    'Chưa đọc được loại tệp này (như RTF, ODT, bản trình chiếu, Word trước 97): hãy mở tệp, lưu thành Word (.docx) rồi chọn lại.',
  'embedded-document':
    'Tệp Word này chứa nguyên một tệp khác ghép vào: hãy mở bằng Word, lưu lại thành tệp .docx mới rồi chọn lại.',
  'wrong-type':
    'Nội dung tệp không phải văn bản, dù tên tệp thế nào: hãy chọn tệp Word, Excel, PDF hoặc văn bản thuần (.txt).',
  'not-text':
    'Tệp không đọc được thành chữ: hãy lưu lại dưới dạng văn bản thuần mã UTF-8 (.txt) hoặc Word (.docx).',
  'password-protected':
    'Tệp có mật khẩu mở: hãy mở tệp, bỏ mật khẩu ở mục Bảo vệ tài liệu, lưu lại rồi chọn lại.',
  scanned:
    'Tệp PDF có trang là ảnh quét, không có chữ để đọc: hãy chọn bản Word (.docx), hoặc nhờ quản trị cài tesseract tiếng Việt (gói tesseract-ocr, tesseract-ocr-vie) rồi chọn lại tệp này.',
  truncated: 'Tệp bị cụt phần cuối: hãy tải hoặc chép lại tệp gốc cho đủ rồi chọn lại.',
  damaged:
    'Tệp bị hỏng bên trong: hãy mở bằng chương trình đã tạo ra tệp, lưu thành tệp mới rồi chọn tệp mới đó.',
  'zip-bomb': 'Tệp nén bung ra quá lớn so với một văn bản: hãy mở tệp, lưu thành tệp mới rồi chọn lại.',
  'xml-entities':
    'Tệp chứa khai báo mà Word và Excel không bao giờ ghi nên không được mở: hãy lưu lại thành tệp mới.',
  'too-deep':
    'Tệp có bảng hoặc khung lồng nhau quá nhiều lớp: hãy chép nội dung sang một tệp Word mới rồi chọn lại.',
  'too-long':
    'Văn bản dài hơn mọi kế hoạch (quá nhiều chữ, đoạn, ô hoặc cột): hãy tách riêng phần kế hoạch rồi chọn lại.',
  'too-slow': 'Đọc tệp quá lâu nên đã dừng: hãy chép nội dung sang một tệp Word mới, gọn hơn, rồi chọn lại.',
  'out-of-memory':
    'Đọc tệp tốn quá nhiều bộ nhớ nên đã dừng: hãy bỏ bớt ảnh, hoặc lưu riêng phần chữ thành .docx hay .txt.',
};

/** The sentence for the code of a refusal; a code from an older version is told as damage. */
export function sentenceOf(code: string, lang: Lang): string {
  const known = code in refusalTexts ? (code as RefusalCode) : 'damaged';
  return lang === 'en' ? refusalTextsEn[known] : refusalTexts[known];
}
