import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Chữ ký số',
  list: 'Các chữ ký trong tệp',
  standing: {
    good: 'Chữ ký hợp lệ',
    doubtful: 'Chữ ký chưa rõ',
    changed: 'Thêm sau khi ký',
    broken: 'Chữ ký hỏng',
    unsigned: 'Chưa ký số',
    unchecked: 'Chưa kiểm tra được chữ ký',
  },
  standingText: {
    good: 'Mọi chữ ký đều khớp nội dung, người ký được tổ chức tin cậy bảo đảm, không có gì thêm vào sau khi ký.',
    doubtful: 'Chữ ký khớp nội dung nhưng chưa có tổ chức tin cậy nào bảo đảm cho người ký.',
    changed: 'Tệp có phần thêm vào sau chữ ký mà không ai ký: nội dung đang thấy có thể khác nội dung đã ký.',
    broken: 'Có chữ ký không khớp với nội dung hoặc không đọc được: xin lại bản gốc từ nơi phát hành.',
    unsigned: 'Tệp PDF này không có chữ ký số.',
    unchecked: 'Không kiểm tra được chữ ký trong tệp này bằng phần mềm: mở bằng phần mềm ký để xem.',
  },
  waiting: 'Đang kiểm tra chữ ký',
  checkedAt: (when: string) => `Kiểm tra lúc ${when}`,
  notRevoked: 'Không kiểm tra chứng thư có bị thu hồi hay không.',
  verdict: { intact: 'Khớp nội dung', broken: 'Hỏng', 'not-checked': 'Không kiểm tra' },
  problem: {
    range: 'phạm vi ký trong tệp không đúng quy cách',
    unreadable: 'không đọc được chữ ký',
    'content-changed': 'nội dung đã bị sửa sau khi ký',
    'wrong-key': 'chữ ký không khớp với chứng thư',
    kind: 'loại chữ ký này không kiểm tra',
    weak: 'thuật toán hoặc khóa đã quá yếu để chứng minh điều gì',
    algorithm: 'thuật toán ký không hỗ trợ',
  },
  fact: {
    signer: 'Người ký',
    claimedSigner: 'Ghi là của',
    issuer: 'Tổ chức cấp',
    trust: 'Độ tin cậy',
    time: 'Lúc ký',
    changed: 'Sau khi ký',
    kind: 'Loại chữ ký',
    fingerprint: 'Dấu vân tay chứng thư',
  },
  trust: {
    trusted: 'Dẫn tới tổ chức được tin cậy',
    'self-signed': 'Chứng thư tự cấp, không ai bảo đảm',
    'unknown-issuer': 'Chưa tin cậy tổ chức cấp nào trong số này',
    expired: 'Chứng thư đã hết hạn lúc ký',
    'not-yet-valid': 'Chứng thư chưa có hiệu lực lúc ký',
    'wrong-use': 'Chứng thư không được cấp để ký văn bản',
  },
  timeProof: {
    timestamp: 'có dấu thời gian của tổ chức được tin cậy',
    'unknown-timestamp': 'có dấu thời gian của tổ chức chưa được tin cậy',
    claimed: 'theo máy của người ký, không có dấu thời gian chứng minh',
    none: 'không rõ lúc ký',
  },
  after: {
    nothing: 'Chữ ký bao trùm cả tệp, không có gì thêm vào',
    signed: (bytes: string) => `Thêm ${bytes} byte, đã được chữ ký sau bao trùm`,
    unsigned: (bytes: string) => `Thêm ${bytes} byte mà không ai ký`,
  },
  number: (number: string) => `Chữ ký ${number}`,
  left: (count: string) => `Còn ${count} chữ ký nữa không xem xét vì tệp có quá nhiều chữ ký.`,
  noKind: 'không ghi',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
