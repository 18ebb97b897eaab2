import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  reader: 'Bộ đọc kết luận',
  title: 'Đưa nội dung kết luận vào',
  lead: 'Dán nội dung, hoặc chọn tệp. Hệ thống tách từng ý, đoán đơn vị và thời hạn; chưa giao việc nào cho đến khi anh, chị xác nhận.',
  fromFile: 'Từ tệp',
  fromText: 'Từ nội dung dán vào',
  readFile: 'Đọc tệp',
  paste: 'Nội dung kết luận',
  pasteHint: 'Tối đa 200.000 ký tự.',
  file: 'Tệp kết luận',
  fileHint:
    'Word, PDF, văn bản; đọc được tệp đến 20 MB, quá một phút (bản quét: năm phút) thì dừng. Tệp được giữ làm văn bản của kết luận, không phải tải lại.',
  choose: 'Chọn tệp',
  attached: 'Hoặc đọc tệp đã có của kết luận',
  notAttached: 'Không đọc tệp đã có',
  submit: 'Tách thành từng ý',
  back: 'Quay lại kết luận',
  errorTitle: 'Chưa tách được',
  cut: (most: string) => `Chỉ lấy ${most} ý đầu. Xác nhận xong, dán tiếp phần còn lại.`,
  last: {
    refused: (file: string) => `Không đọc được tệp ${file}`,
    kept: 'Tệp vẫn được giữ ở kết luận; có thể dán nội dung vào ô dưới đây.',
    reading: (file: string) => `Đang đọc tệp ${file}`,
    read: (file: string) => `Đã đọc tệp ${file}`,
    open: 'Mở kết quả đọc',
  },
  part: {
    all: (lines: string) => `Đọc được ${lines} ý`,
    some: (from: string, to: string, all: string) => `Đang xem ý ${from} đến ${to} trong ${all} ý đọc được`,
    from: (from: string, to: string) => `Xem ý ${from} đến ${to}`,
    file: (file: string) => `Từ tệp ${file}, đã giữ ở kết luận.`,
    oneByOne: 'Xác nhận phần này xong, mở lại kết quả đọc để làm phần sau.',
    cut: (most: string) => `Tệp có nhiều hơn ${most} ý; phần sau không lấy.`,
  },
  waiting: {
    label: 'Tiến trình',
    steps: ['Nhận tệp', 'Đọc nội dung', 'Xác nhận từng ý'] as readonly string[],
    pages: (done: string, total: string) => `Đã đọc ${done}/${total} trang`,
    title: 'Đang đọc kết luận',
    text: 'Thường mất vài giây; bản quét mất vài phút. Anh, chị có thể rời trang này; kết quả vẫn ở mục Dán hoặc tải nội dung của kết luận.',
  },
  refusal: {
    'no-lines': 'Chưa có ý nào. Dán nội dung có các ý vào ô này.',
    'none-chosen': 'Chọn tệp cần đọc.',
    'no-points': 'Tệp không có ý nào để tách. Dán nội dung vào ô dưới, hoặc nhập từng ý.',
    'too-long': 'Nội dung dán dài hơn 200.000 ký tự. Lưu thành tệp rồi chọn tệp đó.',
    'too-many-files': 'Kết luận đã có quá nhiều tệp. Gỡ bớt tệp rồi chọn lại.',
    'too-large':
      'Tệp đã được giữ ở kết luận nhưng lớn hơn 20 MB nên không đọc được. Dán nội dung vào ô dưới.',
    'no-file': 'Minh chứng này không phải tệp. Chọn một tệp.',
    harmful: 'Tệp này bị phần mềm quét chặn nên không đọc. Chọn tệp khác.',
  },
  api: {
    ask: 'Cho đọc một tệp của kết luận thành các ý',
    get: 'Các ý đọc được trong tệp của kết luận',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
