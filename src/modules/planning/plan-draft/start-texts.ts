import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './start-texts.en.ts';

const vi = {
  /** What stands in a new plan until somebody writes otherwise; official papers are Vietnamese in every language. */
  paper: {
    title: (year: string) => `Kế hoạch cải cách hành chính năm ${year}`,
    issuer: (tenant: string) => `Ủy ban nhân dân ${tenant}`,
    documentType: 'Kế hoạch',
    sections: {
      steering: 'Công tác chỉ đạo, điều hành',
      institution: 'Cải cách thể chế',
      procedures: 'Cải cách thủ tục hành chính',
      organization: 'Cải cách tổ chức bộ máy',
      'civil-service': 'Cải cách chế độ công vụ',
      'public-finance': 'Cải cách tài chính công',
      'digital-government': 'Xây dựng, phát triển chính quyền số',
    },
  },
  title: 'Lập bản dự thảo kế hoạch',
  ways: 'Bắt đầu từ đâu',
  way: {
    tep: 'Tệp kế hoạch',
    dan: 'Dán văn bản',
    trong: 'Bản trống',
    'nam-truoc': 'Kế hoạch năm trước',
    'cap-tren': 'Kế hoạch cấp tỉnh',
  },
  paste: {
    lead: 'Chép toàn bộ kế hoạch hoặc bảng phụ lục từ Word, Excel hay trang web rồi dán vào ô dưới. Máy đọc như đọc tệp.',
    field: 'Văn bản hoặc bảng',
    hint: 'Bảng dán từ Word, Excel giữ nguyên các ô.',
    submit: 'Đọc văn bản đã dán',
    none: 'Dán văn bản hoặc bảng vào ô này rồi bấm Đọc văn bản đã dán.',
    fileName: 'Văn bản dán',
  },
  blank: {
    lead: 'Bản dự thảo mở ra với bảy lĩnh vực cải cách hành chính; anh, chị thêm nhiệm vụ, chỉ tiêu, lịch báo cáo.',
    submit: 'Mở bản trống',
  },
  earlier: {
    lead: 'Chép mọi nhiệm vụ, chỉ tiêu, lịch báo cáo của kế hoạch đã ban hành; năm trong câu chữ và thời hạn được dời sang năm mới. Ngày của văn bản dẫn chiếu giữ nguyên.',
    plan: 'Kế hoạch để chép',
    none: 'Chưa có kế hoạch nào đã ban hành để chép.',
    submit: 'Chép và dời năm',
  },
  higher: {
    lead: 'Chọn các nhiệm vụ tỉnh giao cho xã; mỗi nhiệm vụ thành một dòng của bản dự thảo, chờ chọn cơ quan chủ trì của xã.',
    plan: 'Kế hoạch của tỉnh',
    open: 'Xem nhiệm vụ',
    tasks: 'Nhiệm vụ xã nhận',
    none: 'Tỉnh chưa ban hành kế hoạch nào trên hệ thống.',
    nothingChosen: 'Chọn ít nhất một nhiệm vụ.',
    submit: 'Nhận các nhiệm vụ đã chọn',
  },
  year: 'Năm của kế hoạch mới',
  yearFault: 'Ghi năm bốn chữ số từ 2020 đến 2100, ví dụ 2027.',
  planFault: 'Chọn một kế hoạch trong danh sách.',
  started: 'Đã mở bản dự thảo.',
};

export type StartTexts = Translation<typeof vi>;
export const startTexts = defineTexts(vi, en);
