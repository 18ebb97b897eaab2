import type { Example } from '../gallery/example.ts';
import { Button } from '../button/button.tsx';
import { ConfirmBar } from './confirm-bar.tsx';

export const examples: Example[] = [
  {
    name: 'blocked, with its reason',
    render: (place) => (
      <div class="gallery-foot">
        <ConfirmBar
          label={`Xác nhận nhập, ${place}`}
          progress={{
            value: 33,
            max: 58,
            label: 'Số dòng đã xem',
            children: '33/58 dòng đã xem · 4 điểm chờ quyết định',
          }}
          note="Chưa có gì được lưu vào kế hoạch."
          blocked={{ id: `why-${place}`, reason: 'Còn 4 điểm chưa có quyết định.' }}
          actions={
            <>
              <Button>Để sau</Button>
              <Button kind="primary" blockedBy={`why-${place}`}>
                Xác nhận
              </Button>
            </>
          }
        />
      </div>
    ),
  },
];
