import type { Example } from '../gallery/example.ts';
import { LinkButton } from '../button/button.tsx';
import { Triage } from './triage.tsx';

export const examples: Example[] = [
  {
    name: 'late, soon, nothing to approve',
    render: () => (
      <Triage
        columns={[
          {
            key: 'late',
            tone: 'late',
            icon: 'circle-alert',
            title: 'Quá hạn',
            count: 1,
            href: '#late',
            emptyLabel: 'Không có việc quá hạn',
            items: [
              {
                key: '1',
                title: 'Công khai tài chính, ngân sách quý I',
                href: '#1',
                clock: { tone: 'late', headline: 'Quá hạn 2 ngày 3 giờ', detail: 'hạn 17:00 thứ Năm 07/05' },
                note: 'VI.2 · Phòng Kinh tế',
              },
            ],
            foot: (
              <LinkButton href="#" size="small">
                Lập phiếu đôn đốc
              </LinkButton>
            ),
          },
          {
            key: 'soon',
            tone: 'soon',
            icon: 'circle-clock',
            title: 'Sắp đến hạn',
            count: 2,
            href: '#soon',
            emptyLabel: 'Không có việc sắp đến hạn',
            items: [
              {
                key: '2',
                title: 'Cử cán bộ, công chức dự lớp bồi dưỡng',
                href: '#2',
                clock: { tone: 'soon', headline: 'Còn 4 giờ 30 phút', detail: 'hạn 16:30 hôm nay' },
              },
              {
                key: '3',
                title: 'Rà soát TTHC, đề xuất phương án đơn giản hóa',
                href: '#3',
                clock: { tone: 'soon', headline: 'Còn 2 ngày 5 giờ', detail: 'hạn 17:00 thứ Năm 14/05' },
              },
            ],
          },
          {
            key: 'approve',
            tone: 'action',
            icon: 'checklist',
            title: 'Chờ tôi duyệt',
            count: 0,
            href: '#approve',
            emptyLabel: 'Không có gì chờ duyệt',
            items: [],
          },
        ]}
      />
    ),
  },
];
