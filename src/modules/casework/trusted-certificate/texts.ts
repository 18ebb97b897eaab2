import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Chữ ký số',
  lead: 'Chữ ký trong tệp PDF được kiểm tra sau khi tải lên. Chữ ký chỉ tính là tin cậy khi chứng thư của người ký dẫn tới một tổ chức trong danh sách này.',
  caption: 'Tổ chức chứng thực được cơ quan tin cậy',
  none: {
    title: 'Chưa tin cậy tổ chức nào',
    text: 'Mọi chữ ký sẽ hiện là chưa rõ tổ chức cấp. Thêm chứng thư gốc của Trung tâm Chứng thực điện tử quốc gia và của Ban Cơ yếu Chính phủ.',
  },
  revocation: {
    title: 'Không kiểm tra thu hồi',
    text: 'Phần mềm chạy được khi không có mạng nên không hỏi danh sách thu hồi (CRL, OCSP). Chứng thư đã bị thu hồi vẫn có thể hiện là tin cậy.',
  },
  column: {
    name: 'Tổ chức',
    standing: 'Hiệu lực',
    validity: 'Từ ngày, đến ngày',
    fingerprint: 'Dấu vân tay SHA-256',
    added: 'Người thêm',
    deed: 'Việc',
  },
  standing: { valid: 'Còn hiệu lực', expired: 'Hết hiệu lực', 'to-come': 'Chưa có hiệu lực' },
  validity: (from: string, to: string) => `${from} đến ${to}`,
  issuedBy: (issuer: string) => `Do ${issuer} cấp`,
  issuedBySelf: 'Tự cấp (gốc)',
  added: (name: string, when: string) => `${name}, ${when}`,
  add: 'Thêm chứng thư',
  addTitle: 'Thêm chứng thư được tin cậy',
  addLead:
    'So dấu vân tay với dấu do chính tổ chức công bố trước khi thêm: ai được tin cậy ở đây thì mọi chữ ký do họ cấp đều được tin cậy.',
  file: 'Tệp chứng thư',
  fileHint: 'Dạng PEM hoặc DER (.pem, .crt, .cer), tối đa 256 KB; một tệp PEM có thể chứa nhiều chứng thư.',
  choose: 'Chọn tệp',
  pem: 'Hoặc dán chứng thư dạng chữ (PEM)',
  pemHint: 'Bắt đầu bằng -----BEGIN CERTIFICATE-----',
  send: 'Tin cậy tổ chức này',
  back: 'Về danh sách',
  remove: 'Bỏ',
  removeOf: (name: string) => `Bỏ tin cậy: ${name}`,
  addedDone: (count: string) => `Đã thêm ${count} chứng thư. Chữ ký trong các tệp đang được kiểm tra lại.`,
  removedDone: 'Đã bỏ tin cậy. Chữ ký trong các tệp đang được kiểm tra lại.',
  restoredDone: 'Đã tin cậy lại. Chữ ký trong các tệp đang được kiểm tra lại.',
  errorTitle: 'Chưa thêm được',
  refusal: {
    'no-file': 'Chọn một tệp chứng thư hoặc dán chứng thư dạng chữ.',
    'too-large': 'Tệp lớn hơn 256 KB: chứng thư không lớn đến vậy, kiểm tra lại tệp.',
    'no-certificate': 'Đây không phải chứng thư đọc được: xuất lại dạng PEM hoặc DER rồi gửi.',
    'private-key': 'Tệp này chứa khóa bí mật. Không gửi khóa bí mật cho ai; xuất riêng chứng thư rồi gửi.',
    'no-authority': 'Chứng thư này là của một người hoặc máy, không phải của tổ chức chứng thực.',
    'too-many-in-file': 'Mỗi lần thêm tối đa 20 chứng thư: chia nhỏ tệp.',
    'trusted-already': 'Chứng thư này đã được tin cậy.',
    'too-many': 'Danh sách đã có quá nhiều chứng thư: bỏ bớt rồi thêm lại.',
    removed: 'Chứng thư này đã được bỏ.',
    'not-removed': 'Chứng thư này đang được tin cậy.',
  },
  inTrash: {
    noun: 'Chứng thư đã bỏ tin cậy',
    refusal: {
      'not-removed': 'Chứng thư này đang được tin cậy.',
      'trusted-already': 'Chứng thư này đã được thêm lại.',
    } as Readonly<Record<string, string>>,
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
