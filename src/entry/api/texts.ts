import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  document: {
    title: 'API của Sáu Rõ',
    description:
      'Mọi việc làm được trên trang của cán bộ, cho chương trình: cùng quyền, cùng quy tắc, cùng nhật ký. Xem docs/how-to/use-the-api.md.',
  },
  titles: {
    400: 'Yêu cầu không đọc được',
    401: 'Cần khóa API',
    403: 'Không được làm',
    404: 'Không có',
    405: 'Không có cách gọi này',
    408: 'Gửi quá chậm',
    409: 'Chưa làm được',
    412: 'Bản ghi đã đổi',
    413: 'Quá lớn',
    415: 'Không phải JSON',
    422: 'Nội dung chưa đúng',
    428: 'Thiếu phiên bản',
    429: 'Quá nhiều yêu cầu',
    500: 'Hệ thống gặp lỗi',
    503: 'Tạm thời chưa trả lời',
  } as Readonly<Record<string, string>>,
  refusals: {
    'no-token': 'Gửi khóa API trong tiêu đề Authorization: Bearer sauro_…',
    'bad-token': 'Khóa này không đúng, đã thu hồi, hết hạn, hoặc chủ của nó không còn làm việc.',
    'wrong-network': 'Khóa này không được nhận từ địa chỉ mạng này.',
    'not-in-scope': (scopes: string) => `Khóa này không gồm việc cần làm. Cần phạm vi: ${scopes}.`,
    'not-allowed': 'Chủ của khóa không có quyền làm việc này với bản ghi này.',
    'people-only': 'Việc này chỉ làm được trên trang, sau khi xác nhận lại danh tính.',
    'not-found': 'Không có bản ghi hoặc địa chỉ này.',
    'wrong-verb': 'Địa chỉ này có, nhưng không nhận cách gọi này. Xem tiêu đề Allow.',
    'too-large': 'Nội dung gửi lên quá lớn. Chưa có gì được lưu.',
    'too-slow': 'Nội dung đến quá chậm. Chưa có gì được lưu; gửi lại.',
    'not-json': 'Gửi nội dung JSON với Content-Type: application/json.',
    'not-bytes':
      'Gửi chính nội dung tệp, không bọc trong biểu mẫu hay JSON, với Content-Type: application/octet-stream.',
    'bad-digest': 'Content-Digest phải ở dạng sha-256=:<base64>: (RFC 9530).',
    'bad-json': 'Nội dung không phải JSON hợp lệ trong UTF-8.',
    'too-deep': 'JSON lồng nhau quá 20 lớp.',
    'wrong-shape': 'Có trường chưa đúng; xem errors.',
    'wrong-query': 'Có tham số chưa đúng; xem errors.',
    'version-needed': 'Gửi phiên bản đã đọc (ETag) trong tiêu đề If-Match.',
    'bad-version': 'If-Match phải là đúng một ETag đã nhận, ví dụ "3".',
    'bad-key': 'Idempotency-Key phải có từ 1 đến 255 ký tự in được, không dấu cách.',
    'key-reused': 'Idempotency-Key này đã dùng cho một yêu cầu khác. Dùng khóa mới.',
    'too-many': 'Đã gửi quá nhiều yêu cầu. Đợi theo Retry-After rồi gửi lại.',
    unavailable: 'Hệ thống tạm thời chưa trả lời. Không có gì bị mất; gửi lại sau ít giây.',
    fault: 'Hệ thống gặp lỗi, chưa lưu gì. Báo cho quản trị mã requestId.',
  },
  page: {
    title: 'Tài liệu API',
    lead: 'Các chương trình khác làm được mọi việc mà cán bộ làm trên trang, với cùng quyền và cùng nhật ký.',
    document: 'Tài liệu OpenAPI 3.1',
    ownTokens: 'Khóa API của tôi',
    begin: 'Bắt đầu',
    beginSteps: [
      'Tạo khóa ở Tài khoản của tôi → Khóa API; chọn ít việc nhất có thể.',
      'Gửi khóa trong mỗi yêu cầu: Authorization: Bearer sauro_…',
      'Gửi và nhận JSON. Lỗi có mã ổn định ở trường code và câu giải thích ở detail.',
      'Danh sách trả từng trang; trang tiếp ở tiêu đề Link hoặc trường next.',
      'Sửa bản ghi có ETag thì gửi lại ETag trong If-Match; bị 412 nghĩa là người khác vừa sửa.',
      'Gửi Idempotency-Key với mỗi lần ghi: gửi lại vì mất mạng không làm việc hai lần.',
    ] as readonly string[],
    operations: 'Các việc',
    column: { call: 'Gọi', what: 'Việc', scope: 'Phạm vi khóa cần có' },
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
