import { defineTexts } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  product: 'Sáu Rõ: công việc cải cách hành chính của một xã trong cả năm.',
  usage: 'Cách dùng',
  options: 'Biến môi trường',
  seeHelp: (command: string) => `Xem "${command} --help".`,
  unknownCommand: (name: string) => `Không có lệnh "${name}".`,
  wrongArguments: (problem: string) => `Tham số không đúng: ${problem}.`,
  summaries: {
    start:
      'chạy tất cả: cơ sở dữ liệu, trang web và việc nền, trên một cổng; --empty để bắt đầu không có dữ liệu mẫu',
    web: 'chỉ chạy trang web, trên cơ sở dữ liệu đã sẵn sàng',
    worker: 'chỉ chạy việc nền, trên cơ sở dữ liệu đã sẵn sàng',
    migrate: 'đưa cơ sở dữ liệu lên phiên bản mới nhất rồi kết thúc',
    backup: 'ghi mọi dữ liệu vào một tệp trong lúc mọi người vẫn làm việc',
    restore: 'đưa một bản sao lưu vào cơ sở dữ liệu trống, hoặc thay dữ liệu hiện có',
    'move-to': 'chuyển dữ liệu từ PostgreSQL đi kèm sang một máy chủ PostgreSQL',
    'read-plan': 'đọc một kế hoạch (.docx, .doc, .pdf, .xlsx, .txt, .md, .html) và in ra JSON',
    'verify-audit': 'kiểm tra một tệp nhật ký đã tải (.jsonl) có còn nguyên vẹn không',
    doctor: 'kiểm tra máy này có chạy được không, nói rõ chỗ nào cần sửa',
  },
  switches: 'Tùy chọn',
  restoreSwitches: {
    replace: 'xóa dữ liệu hiện có và thay bằng bản sao lưu',
    rehearse:
      'thử khôi phục vào một PostgreSQL tạm rồi xóa, không đụng đến dữ liệu hiện có; không nêu tệp thì thử bản mới nhất',
  },
  variables: {
    PORT: 'cổng của trang web (mặc định 8080)',
    HOST: 'địa chỉ lắng nghe (mặc định 127.0.0.1)',
    SAURO_BASE_URL: 'địa chỉ mà mọi người dùng để vào',
    DATABASE_URL: 'máy chủ PostgreSQL có sẵn; bỏ trống thì dùng bản đi kèm',
    SAURO_APP_DATABASE_URL: 'tài khoản thứ hai cho vai trò sauro_app, nếu cần',
    SAURO_DATA: 'thư mục dữ liệu (mặc định .data)',
    SAURO_FILE_MB: 'cỡ lớn nhất của một tệp gửi lên, tính bằng MB (mặc định 100)',
    SAURO_SENDING_MB: 'cỡ lớn nhất của một lần gửi nhiều tệp, tính bằng MB (mặc định 300)',
    SAURO_S3_URL: 'kho lưu tệp theo giao thức S3; bỏ trống thì giữ tệp trong thư mục dữ liệu',
    SAURO_CLAMD: 'nơi clamd lắng nghe để quét mã độc trong tệp; bỏ trống thì không quét',
    SAURO_DEMO: 'on hoặc off: nạp dữ liệu mẫu vào cơ sở dữ liệu trống (mặc định on)',
    SAURO_TRUST_PROXY: 'số máy chủ ủy nhiệm đứng trước (mặc định 0)',
    SAURO_METRICS_TOKEN: 'mã để đọc /metrics từ máy khác (bỏ trống: chỉ từ máy này)',
    SAURO_WORKER_PORT: 'cổng để theo dõi ./sauro worker khi chạy riêng (bỏ trống: không mở)',
    LOG_LEVEL: 'mức nhật ký (mặc định info)',
  },
  ready: (address: string) => `Sáu Rõ đang chạy tại ${address}`,
  signIns: 'Tài khoản mẫu (mật khẩu ở cột cuối)',
  setUp: (address: string, code: string) => `Chưa có cơ quan nào. Thiết lập tại ${address} với mã ${code}`,
  holdsDemo:
    'Thư mục dữ liệu này có dữ liệu mẫu: hãy đặt SAURO_DATA sang thư mục khác, ví dụ SAURO_DATA=.data-xa, rồi chạy lại với --empty.',
  howToStop: 'Nhấn Ctrl+C để dừng.',
  stopping: 'Đang dừng…',
  workerReady: 'Việc nền đang chạy.',
  migrated: (count: number) =>
    count === 0 ? 'Cơ sở dữ liệu đã ở phiên bản mới nhất.' : `Đã chạy ${count} bước nâng cấp.`,
  backedUp: (path: string, rows: string, files: string, megabytes: string, seconds: string) =>
    `Đã sao lưu ${rows} dòng và ${files} tệp vào ${path} (${megabytes} MB, ${seconds} giây). Hãy chép tệp này sang máy khác.`,
  filesLost: (count: string) =>
    `Có ${count} tệp bị mất hoặc bị đổi từ trước nên không có trong bản sao lưu: hãy chạy "./sauro doctor" để biết tệp nào.`,
  checksum: (sha256: string) => `SHA-256: ${sha256}`,
  restored: (madeAt: string, rows: string, seconds: string) =>
    `Đã khôi phục bản sao lưu lúc ${madeAt}: ${rows} dòng, giống hệt bản sao lưu (${seconds} giây).`,
  rehearsed: (madeAt: string, rows: string, seconds: string) =>
    `Thử khôi phục thành công bản sao lưu lúc ${madeAt}: ${rows} dòng, giống hệt bản sao lưu (${seconds} giây). Dữ liệu hiện có không thay đổi.`,
  auditProved: (lines: string) => `Nhật ký trong bản đó nguyên vẹn: đã kiểm tra ${lines} dòng.`,
  auditFaulty: (lines: string, faults: string) =>
    `Nhật ký trong bản đó không nguyên vẹn: ${faults} chỗ sai trong ${lines} dòng. Hãy chạy "./sauro doctor" để biết chỗ nào.`,
  noBackupHere: (folder: string) =>
    `Chưa có bản sao lưu nào trong ${folder}: hãy chạy "./sauro backup" trước.`,
  rehearseAlone: '--rehearse không đi cùng --replace: thử khôi phục không thay dữ liệu nào.',
  moved: (host: string, rows: string) =>
    `Đã chuyển ${rows} dòng sang PostgreSQL ở ${host}, giống hệt bản cũ. Từ nay hãy đặt DATABASE_URL tới máy chủ đó rồi chạy "./sauro start".`,
  keptBackup: (path: string) => `Bản sao lưu lúc chuyển nằm ở ${path}.`,
  movedAway: (host: string, marker: string) =>
    `Dữ liệu của thư mục này đã chuyển sang PostgreSQL ở ${host}: hãy đặt DATABASE_URL tới máy chủ đó. Muốn dùng lại dữ liệu cũ ở đây thì xóa tệp ${marker}.`,
  movesFromBundled:
    'Lệnh move-to chuyển dữ liệu từ PostgreSQL đi kèm: hãy bỏ biến DATABASE_URL rồi chạy lại. Giữa hai máy chủ thì dùng backup và restore.',
  runningAt: (address: string) =>
    `Sáu Rõ đang chạy trên thư mục dữ liệu này tại ${address}: hãy mở địa chỉ đó, hoặc dừng bản đang chạy trước.`,
  portTaken: (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng: hãy dừng chương trình đó hoặc đặt PORT khác, ví dụ PORT=${port + 1}.`,
  portForbidden: (port: number) =>
    `Không được phép dùng cổng ${port}: hãy đặt PORT từ 1024 trở lên, ví dụ PORT=8080.`,
  hostUnknown: (host: string) => `Máy này không có địa chỉ ${host}: hãy sửa HOST, ví dụ HOST=0.0.0.0.`,
  notMigrated: (count: number) =>
    `Cơ sở dữ liệu còn thiếu ${count} bước nâng cấp: hãy chạy "./sauro migrate" trước.`,
  migrationChanged: (detail: string) =>
    `Một bước nâng cấp đã chạy nay có nội dung khác (${detail}): hãy lấy lại đúng mã nguồn của bản đã cài.`,
  schemaNewer: (names: string) =>
    `Cơ sở dữ liệu đã được bản Sáu Rõ mới hơn nâng cấp (${names}): hãy chạy bản mới hơn, hoặc khôi phục bản sao lưu làm trước khi nâng cấp.`,
  fault: (reason: string) => `Có lỗi ngoài dự kiến (${reason}): hãy chạy "./sauro doctor" và xem nhật ký.`,
};

export type CommandTexts = typeof vi;

export const texts = defineTexts(vi, en);
