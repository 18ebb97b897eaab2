import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  before: 'Phải xong trước',
  beforeCaption: 'Những nhiệm vụ phải xong trước nhiệm vụ này',
  after: 'Đang chờ nhiệm vụ này',
  afterCaption: 'Những nhiệm vụ chờ nhiệm vụ này xong',
  task: 'Nhiệm vụ',
  deed: 'Thao tác',
  edit: 'Chọn nhiệm vụ phải xong trước',
  page: 'Nhiệm vụ phải xong trước',
  lead: 'Nhiệm vụ này bắt đầu khi những nhiệm vụ đã chọn xong. Vẫn nhận việc và làm được, nhưng sẽ có lời nhắc.',
  search: 'Tìm nhiệm vụ',
  searchHint: 'Gõ mã hoặc vài chữ trong tên nhiệm vụ.',
  find: 'Tìm',
  found: 'Kết quả tìm',
  nothing: 'Không có nhiệm vụ nào khớp. Gõ ít chữ hơn hoặc gõ mã.',
  choose: 'Chọn',
  chooseThis: (code: string) => `Chọn ${code}`,
  remove: 'Bỏ',
  removeThis: (code: string) => `Bỏ ${code}`,
  none: 'Nhiệm vụ này không chờ nhiệm vụ nào.',
  back: 'Quay lại nhiệm vụ',
  errorTitle: 'Chưa lưu được',
  added: 'Đã thêm nhiệm vụ phải xong trước.',
  removed: 'Đã bỏ. Có thể chọn lại bất cứ lúc nào.',
  open: (codes: string) => `Nhiệm vụ phải xong trước chưa xong: ${codes}`,
  openText: 'Vẫn làm và nộp được. Nên hỏi đơn vị đang làm trước khi bắt đầu.',
  late: (codes: string) => `Đang quá hạn: ${codes}`,
  circle: (way: string) =>
    `Không chọn được vì thành vòng: ${way}. Mỗi nhiệm vụ chờ nhiệm vụ sau mũi tên, nên không nhiệm vụ nào bắt đầu được.`,
  refusal: {
    'wrong-state': 'Nhiệm vụ đã kết thúc hoặc là việc định kỳ cả năm nên không đặt thứ tự được.',
    'own-part': 'Nhiệm vụ lớn và phần của nó không chờ nhau được.',
    already: 'Nhiệm vụ này đã có trong danh sách phải xong trước.',
    'too-many': 'Một nhiệm vụ chờ tối đa 50 nhiệm vụ khác.',
  },
  fault: 'Chọn một nhiệm vụ trong danh sách.',
  api: {
    list: 'Nhiệm vụ phải xong trước, và nhiệm vụ đang chờ nhiệm vụ này',
    add: 'Thêm một nhiệm vụ phải xong trước',
    remove: 'Bỏ một nhiệm vụ phải xong trước',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
