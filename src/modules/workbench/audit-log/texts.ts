import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Nhật ký',
  lead: 'Ai đã làm gì, lúc nào, từ đâu: mọi lần ghi và mọi lần mở dữ liệu cá nhân. Không ai sửa hay xóa được.',
  filter: {
    person: 'Người',
    act: 'Việc',
    kind: 'Loại bản ghi',
    from: 'Từ ngày',
    to: 'Đến ngày',
    day: 'dd/mm/yyyy',
    any: 'Tất cả',
    submit: 'Lọc',
    active: 'Đang lọc',
    remove: 'Bỏ điều kiện',
    clear: 'Bỏ hết',
    record: 'Một bản ghi',
    fromDay: (day: string) => `từ ${day}`,
    toDay: (day: string) => `đến ${day}`,
  },
  fault: {
    title: 'Chưa lọc được',
    day: 'Ghi ngày có thật theo dạng dd/mm/yyyy, ví dụ 12/05/2026.',
    order: 'Ngày cuối phải từ ngày đầu trở đi.',
  },
  none: {
    title: 'Chưa có dòng nhật ký nào',
    text: 'Dòng đầu tiên xuất hiện khi có người ghi hoặc mở dữ liệu.',
  },
  noMatch: { title: 'Không có dòng nào khớp', text: 'Bỏ bớt điều kiện lọc hoặc chọn khoảng ngày rộng hơn.' },
  pages: {
    label: 'Trang của nhật ký',
    shown: (count: string) => `${count} dòng, mới nhất trước`,
    newest: 'Mới nhất',
    older: 'Cũ hơn',
  },
  chain: {
    whole: 'Chuỗi nguyên vẹn',
    wholeText: (at: string, lines: string) => `Kiểm tra lúc ${at}: ${lines} dòng khớp với mã băm.`,
    broken: (place: string) => `Chuỗi hỏng từ dòng ${place}`,
    brokenText: (at: string) =>
      `Kiểm tra lúc ${at} thấy nhật ký đã bị can thiệp. Giữ nguyên máy chủ, so với tệp đã tải và bản sao lưu, báo người phụ trách an toàn thông tin.`,
    never: 'Chuỗi chưa được kiểm tra',
    neverText: 'Việc nền kiểm tra toàn bộ chuỗi mỗi đêm; quản trị máy chủ kiểm tra ngay bằng ./sauro doctor.',
    head: (lines: string, hash: string) => `Đã niêm phong ${lines} dòng, mã băm cuối ${hash}.`,
  },
  csv: {
    link: 'Tải CSV',
    fileName: 'nhat-ky.csv',
    header: [
      'Dòng',
      'Lúc',
      'Người',
      'Việc',
      'Mã việc',
      'Loại bản ghi',
      'Mã bản ghi',
      'Trước',
      'Sau',
      'Nơi thao tác',
      'Mã yêu cầu',
      'Mã băm',
    ],
  },
  chainFile: {
    link: (from: string, to: string) => `Tải chuỗi, dòng ${from}–${to} (JSON Lines)`,
    whole: 'Tải cả chuỗi (JSON Lines)',
    note: 'Tệp chuỗi tự chứng minh: ./sauro verify-audit TỆP, trên máy bất kỳ.',
  },
  audit: {
    acts: {
      'platform.audit.open': 'Xem nhật ký',
      'platform.audit.export': 'Tải nhật ký',
      'platform.audit.verify': 'Kiểm tra chuỗi nhật ký',
    },
    kinds: { audit: 'Nhật ký' },
    fields: {
      'audit.lines': 'Số dòng',
      'audit.place': 'Dòng cuối',
      hash: 'Mã băm',
      faults: 'Chỗ hỏng',
      filter: 'Điều kiện lọc',
      form: 'Dạng tệp',
      'audit.from': 'Từ',
      to: 'Đến',
      'audit.kind': 'Loại',
      nguoi: 'Người',
      viec: 'Việc',
      loai: 'Loại bản ghi',
      'ban-ghi': 'Bản ghi',
      tu: 'Từ ngày',
      den: 'Đến ngày',
      truoc: 'Trước mốc',
    },
    systems: { 'audit-check': 'Bộ kiểm tra nhật ký' },
    values: { 'audit.kind': { missing: 'thiếu', extra: 'thừa', changed: 'bị đổi' } },
  },
  api: {
    list: 'Nhật ký: ai làm gì, mới nhất trước',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
