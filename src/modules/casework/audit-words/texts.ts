import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

/** What the acts on evidence and on held files are called in the audit. */
const vi = {
  acts: {
    'casework.evidence.attach': 'Thêm minh chứng',
    'casework.evidence.replace': 'Thay minh chứng bằng bản mới',
    'casework.evidence.remove': 'Gỡ minh chứng',
    'casework.evidence.restore': 'Khôi phục minh chứng',
    'casework.evidence.see': 'Mở tệp minh chứng',
    'platform.file.scan': 'Quét mã độc trong tệp',
    'platform.file.remove': 'Xóa tệp không còn dùng',
  },
  kinds: { evidence: 'Minh chứng', 'file-content': 'Nội dung tệp' },
  fields: {
    evidence: 'Minh chứng',
    sha256: 'Mã băm SHA-256',
    byteCount: 'Cỡ tệp (byte)',
    url: 'Địa chỉ',
    number: 'Số, ký hiệu',
    issuedOn: 'Ngày ban hành',
    issuer: 'Cơ quan ban hành',
    reason: 'Lý do',
    version: 'Phiên bản',
    scan: 'Kết quả quét',
    harm: 'Mã độc',
  },
  systems: { 'file-scan': 'Quét tệp', 'file-removal': 'Dọn tệp' },
  values: {
    scan: { none: 'không quét', clean: 'sạch', waiting: 'chờ quét', infected: 'có mã độc' },
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
