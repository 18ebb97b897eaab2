import { defineTexts } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Hệ thống',
  lead: (time: string) => `Tình trạng lúc ${time}. Trang tự hỏi lại sau mỗi 30 giây.`,
  verdicts: { good: 'Tốt', attention: 'Cần để ý', bad: 'Cần sửa' },
  overall: {
    good: 'Hệ thống đang tốt',
    attention: 'Hệ thống đang chạy, có chỗ cần để ý',
    bad: 'Hệ thống có chỗ cần sửa',
  },
  overallText: {
    good: 'Mọi người làm việc bình thường, không cần làm gì.',
    attention: 'Mọi người vẫn làm việc được. Xem dòng có dấu bên dưới trong hôm nay.',
    bad: 'Chuyển trang này cho người trông máy chủ: dòng có dấu bên dưới nói rõ phải làm gì.',
  },
  closedWay: {
    title: (way: string) => `Không gửi được: ${way}`,
    text: (count: string) => `${count} thư đang chờ, sẽ tự đi khi kênh chạy lại.`,
    open: 'Xem kênh gửi thư',
  },
  paused: {
    title: (name: string) => `Đã tạm ngừng gửi đến ${name}`,
    text: (waiting: string) =>
      `Bên nhận không nhận tin nhiều ngày liền; ${waiting} tin đang chờ, chưa mất tin nào. Kiểm tra bên nhận rồi cho gửi tiếp.`,
    open: 'Mở địa chỉ nhận',
  },
  partsTitle: 'Từng phần',
  parts: {
    database: 'Nơi lưu dữ liệu',
    migrations: 'Phiên bản dữ liệu',
    worker: 'Việc chạy nền',
    queue: 'Việc đang chờ',
    backup: 'Bản sao lưu',
    restore: 'Thử khôi phục',
  },
  database: 'Đọc và ghi được.',
  migrations: {
    good: 'Khớp với phần mềm đang chạy.',
    bad: (count: string) => `Còn thiếu ${count} bước: chạy "./sauro migrate" trên máy chủ.`,
  },
  worker: {
    good: 'Đang đọc kế hoạch và làm các việc nền khác.',
    bad: (time: string) =>
      `Không thấy từ ${time}: kế hoạch mới tải lên sẽ chưa được đọc. Khởi động lại Sáu Rõ trên máy chủ.`,
    never: 'Chưa chạy lần nào: kế hoạch mới tải lên sẽ chưa được đọc. Chạy "./sauro worker" trên máy chủ.',
  },
  queue: {
    good: (count: string) => (count === '0' ? 'Không có việc nào chờ.' : `${count} việc chờ đến lượt.`),
    slow: (count: string, time: string) => `${count} việc chờ, việc lâu nhất từ ${time}.`,
    givenUp: (count: string) =>
      `${count} việc đã thử nhiều lần mà không xong: người trông máy chủ xem nhật ký và chạy "./sauro doctor".`,
  },
  backup: {
    made: (time: string, size: string) => `Bản gần nhất lúc ${time}, ${size} MB.`,
    old: (time: string) => `Bản gần nhất đã từ ${time}: chạy "./sauro backup" trên máy chủ.`,
    never: 'Chưa có bản nào: chạy "./sauro backup" trên máy chủ và cất tệp sang máy khác.',
  },
  restore: {
    proved: (time: string, file: string, rows: string) =>
      `Lần thử gần nhất lúc ${time}: tệp ${file} khôi phục được, ${rows} dòng giống hệt.`,
    auditWhole: (lines: string) => `Nhật ký trong đó nguyên vẹn, đã kiểm tra ${lines} dòng.`,
    auditFaulty: (faults: string) =>
      `Nhật ký trong đó có ${faults} chỗ không khớp: người trông máy chủ chạy "./sauro doctor" để biết chỗ nào.`,
    old: 'Đã hơn 35 ngày: chạy "./sauro restore --rehearse" trên máy chủ.',
    never:
      'Chưa thử lần nào: chạy "./sauro restore --rehearse" trên máy chủ để chắc rằng bản sao lưu dùng được.',
  },
  api: {
    get: 'Tình trạng hệ thống',
  },
};

export type SystemTexts = typeof vi;

export const texts = defineTexts(vi, en);
