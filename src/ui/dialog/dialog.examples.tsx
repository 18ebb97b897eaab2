import { Button } from '../button/button.tsx';
import { TextareaField } from '../field/text-field.tsx';
import type { Example } from '../gallery/example.ts';
import { Dialog, DialogOpener } from './dialog.tsx';

export const examples: Example[] = [
  {
    name: 'behind its opener',
    render: (place) => (
      <>
        <DialogOpener dialogId={`dialog-a-${place}`} kind="danger" icon="trash">
          Hủy nhiệm vụ
        </DialogOpener>
        <Dialog
          id={`dialog-a-${place}`}
          title="Hủy nhiệm vụ NV-07?"
          closeLabel="Đóng"
          actions={
            <Button kind="danger" form={`dialog-form-${place}`}>
              Hủy nhiệm vụ
            </Button>
          }
        >
          <p>Nhiệm vụ rời khỏi danh sách việc đang mở. Nhật ký giữ lại lý do.</p>
          <form id={`dialog-form-${place}`} action="#">
            <TextareaField name={`dialog-reason-${place}`} label="Lý do" rows={2} />
          </form>
        </Dialog>
      </>
    ),
  },
  {
    name: 'shown, with an error and long words',
    render: (place) => (
      <Dialog
        id={`dialog-b-${place}`}
        title="Trả lại báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính quý III năm 2026 của Phòng Văn hóa - Xã hội"
        closeLabel="Đóng"
        isShown
        actions={
          <>
            <Button kind="primary" form={`dialog-back-${place}`}>
              Trả lại
            </Button>
            <Button kind="quiet" type="button">
              Để sau
            </Button>
          </>
        }
      >
        <form id={`dialog-back-${place}`} action="#">
          <TextareaField
            name={`dialog-why-${place}`}
            label="Điều cần sửa"
            rows={2}
            error="Ghi điều cần sửa để người gửi biết làm gì"
          />
        </form>
      </Dialog>
    ),
  },
];
