import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  panel: 'Đơn vị phối hợp',
  caption: 'Phần việc của từng đơn vị phối hợp',
  unit: 'Đơn vị',
  state: 'Trạng thái',
  officer: 'Người phụ trách',
  said: 'Nội dung',
  noOfficer: 'Chưa cử người',
  nothing: 'Chưa có nội dung',
  open: 'Xem, trả lời',
  openTheir: 'Mở',
  stage: {
    asked: 'Chờ nhận',
    accepted: 'Đã nhận',
    contributed: 'Đã nộp',
    declined: 'Từ chối',
    'sent-back': 'Làm lại',
  },
  page: (unit: string) => `Phần việc của ${unit}`,
  lead: 'Đơn vị phối hợp nhận, làm và nộp phần việc của mình; đơn vị chủ trì chịu trách nhiệm cả nhiệm vụ. Minh chứng đính kèm ngay ở trang nhiệm vụ.',
  reasonWas: 'Lý do',
  contributedOn: 'Ngày nộp',
  accept: 'Nhận phần việc',
  acceptAgain: 'Đổi người phụ trách',
  acceptHint: 'Cán bộ của đơn vị phối hợp trực tiếp làm phần việc này.',
  choose: 'Chưa chọn',
  contribute: 'Nộp phần việc',
  contributeText: 'Kết quả phối hợp',
  contributeHint:
    'Số liệu, ý kiến hoặc số, ký hiệu văn bản đã gửi, ví dụ: Công văn 12/CV-KT ngày 06/05/2026.',
  decline: 'Từ chối',
  declineText: 'Lý do từ chối',
  declineHint: 'Đơn vị chủ trì thấy lý do và có thể đề nghị lại.',
  sendBack: 'Trả lại để bổ sung',
  askAgain: 'Đề nghị lại',
  sendBackText: 'Cần bổ sung, sửa gì',
  back: 'Quay lại nhiệm vụ',
  errorTitle: 'Chưa lưu được',
  flash: {
    accept: 'Đã nhận phần việc.',
    contribute: 'Đã nộp phần việc.',
    decline: 'Đã ghi từ chối.',
    'send-back': 'Đã trả lại cho đơn vị phối hợp.',
  },
  awaited: (units: string) => `Chưa có phần của đơn vị phối hợp: ${units}`,
  awaitedText: 'Vẫn nộp được; người duyệt sẽ thấy đơn vị nào chưa nộp.',
  refusal: {
    'wrong-state':
      'Phần việc này đã đổi trạng thái từ lúc mở trang, hoặc nhiệm vụ đã kết thúc. Xem lại rồi làm tiếp.',
    'changed-meanwhile': 'Có người vừa sửa phần việc này. Xem thông tin mới rồi lưu lại.',
    'unknown-officer': 'Người đã chọn không còn thuộc đơn vị này. Chọn lại.',
  },
  fault: { text: 'Ghi nội dung, tối đa 2.000 ký tự.', officer: 'Chọn một người trong danh sách.' },
  api: {
    list: 'Phần việc của các đơn vị phối hợp trong nhiệm vụ',
    accept: 'Đơn vị phối hợp nhận phần việc, cử người phụ trách',
    contribute: 'Đơn vị phối hợp nộp phần việc',
    decline: 'Đơn vị phối hợp từ chối, với lý do',
    'send-back': 'Đơn vị chủ trì trả lại phần việc, với lý do',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
