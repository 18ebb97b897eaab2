import { Button } from '../button/button.tsx';
import type { Example } from '../gallery/example.ts';
import { UploadList } from './upload-list.tsx';

export const examples: Example[] = [
  {
    name: 'sending, unknown, done, refused',
    render: (place) => (
      <UploadList
        label={`Tệp đang gửi ${place}`}
        uploads={[
          {
            key: 'a',
            name: 'Ke-hoach-CCHC-2026.docx',
            words: '3,2 MB trên 4,8 MB',
            progress: { value: 67, max: 100 },
            state: 'sending',
            actions: (
              <Button kind="quiet" size="small" type="button" label="Dừng gửi Ke-hoach-CCHC-2026.docx">
                Dừng gửi
              </Button>
            ),
          },
          {
            key: 'b',
            name: 'Phu-luc.xlsx',
            words: 'Đang đọc bảng',
            progress: { max: 100 },
            state: 'sending',
          },
          { key: 'c', name: 'Quyet-dinh.pdf', words: 'Đã nhận, 1,1 MB', state: 'done' },
          {
            key: 'd',
            name: 'BIÊN_BẢN_HỌP_THÔNG_QUA_KẾ_HOẠCH_CẢI_CÁCH_HÀNH_CHÍNH_CÓ_ĐÓNG_DẤU.heic',
            words: 'Chưa đọc được loại tệp này. Gửi tệp Word, PDF hoặc Excel',
            state: 'refused',
          },
        ]}
      />
    ),
  },
];
