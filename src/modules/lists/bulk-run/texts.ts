import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  worker: 'Làm việc hàng loạt',
  title: (deed: string, list: string) => `${deed}: ${list.toLowerCase()} đã chọn`,
  nothing: {
    title: 'Chưa chọn dòng nào',
    text: 'Đánh dấu các dòng trong danh sách, hoặc chọn tất cả dòng của bộ lọc, rồi bấm lại.',
  },
  tooMany: (rows: string, most: string) =>
    `Bộ lọc có ${rows} dòng; mỗi lần làm được nhiều nhất ${most} dòng. Lọc hẹp hơn rồi làm từng phần.`,
  unknown: 'Danh sách không có việc này.',
  back: 'Quay lại danh sách',
  chosen: (rows: string) => `${rows} dòng đã chọn`,
  chosenAll: (rows: string) => `Tất cả ${rows} dòng của bộ lọc`,
  preview: 'Xem trước',
  previewAgain: 'Xem trước lại',
  previewTitle: 'Sẽ làm gì',
  previewText: 'Chưa có gì thay đổi. Bấm nút bên dưới để làm.',
  will: (rows: string) => `Sẽ làm với ${rows} dòng`,
  wont: (rows: string) => `Không làm được với ${rows} dòng`,
  go: (deed: string, rows: string) => `${deed} (${rows} dòng)`,
  background: 'Nhiều dòng như vậy được làm trong nền; có thể rời trang.',
  row: 'Dòng',
  result: 'Kết quả',
  why: 'Lý do',
  ok: 'Làm được',
  caption: 'Từng dòng và kết quả',
  shownOnly: (rows: string) => `Hiện ${rows} dòng đầu.`,
  errorTitle: 'Chưa xem trước được',
  eachRow: {
    lead: 'Ghi vào từng dòng rồi bấm nút bên dưới một lần; dòng để trống giữ nguyên. Cả lượt hoàn tác được trong 10 phút.',
    first: (shown: string, rows: string) =>
      `${shown} dòng đầu trong ${rows} dòng. Làm xong, mở lại để làm tiếp.`,
    errorTitle: 'Chưa làm được',
  },
  running: 'Đang làm',
  undoing: 'Đang hoàn tác',
  done: 'Đã làm xong',
  undone: 'Đã hoàn tác',
  stopped: 'Đã dừng giữa chừng',
  stoppedText:
    'Tài khoản bắt đầu việc này đã bị khóa hoặc không còn quyền làm nhiều dòng một lần. Các dòng đã làm giữ nguyên; các dòng còn lại không đổi.',
  progress: (done: string, all: string) => `${done} trong ${all} dòng`,
  outcome: {
    waiting: 'Chờ làm',
    done: 'Đã làm',
    refused: 'Không làm',
    undone: 'Đã hoàn tác',
    'not-undone': 'Không hoàn tác được',
  },
  undo: 'Hoàn tác tất cả',
  undoHint: 'Trong 10 phút. Dòng nào đã có người sửa tiếp thì giữ nguyên.',
  undoStarted: 'Đã hoàn tác.',
  tooLate: 'Đã quá 10 phút hoặc đã hoàn tác. Sửa từng dòng nếu cần.',
  reason: {
    'not-found': 'Không còn trong tầm xem của anh, chị.',
    'no-right': 'Anh, chị không có quyền làm việc này với dòng này.',
    stopped: 'Chưa làm tới dòng này khi việc bị dừng.',
  },
  errorChanged: 'Chọn lại rồi xem trước.',
  api: {
    preview: 'Xem trước một việc trên nhiều dòng, chưa làm gì',
    start: 'Làm một việc trên nhiều dòng',
    get: 'Một lần làm hàng loạt: đến đâu, bao nhiêu dòng mỗi kết quả',
    rows: 'Từng dòng và kết quả',
    takeBack: 'Hoàn tác cả lần làm, trong 10 phút',
    wrongFilter: (named: string) => `Bộ lọc có phần không đọc được: ${named}.`,
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
