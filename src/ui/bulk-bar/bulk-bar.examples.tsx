import type { Example } from '../gallery/example.ts';
import { Button } from '../button/button.tsx';
import { Table } from '../table/table.tsx';
import { BulkBar, RowCheck, SelectionForm } from './bulk-bar.tsx';

const ROWS = [
  { code: 'VI.2', title: 'Kiểm soát chi ngân sách, công khai tài chính', isTicked: true },
  { code: 'III.2', title: 'Rà soát thủ tục, đề xuất phương án đơn giản hóa', isTicked: false },
  { code: 'V.1', title: 'Cập nhật thông tin cán bộ, công chức, viên chức', isTicked: true },
];

export const examples: Example[] = [
  {
    name: 'two rows ticked',
    render: (place) => (
      <SelectionForm action="#" keep={[['state', 'open']]}>
        <Table
          caption={`Nhiệm vụ để chọn, ${place}`}
          rows={ROWS}
          rowKey={(row) => `${place}-${row.code}`}
          columns={[
            {
              key: 'check',
              label: 'Chọn',
              isLabelHidden: true,
              size: 'check',
              render: (row) => (
                <RowCheck
                  name={`chosen-${place}`}
                  value={row.code}
                  label={`Chọn ${row.code}`}
                  checked={row.isTicked}
                />
              ),
            },
            { key: 'code', label: 'Mã', size: 'tiny', render: (row) => row.code },
            { key: 'title', label: 'Nhiệm vụ', priority: 'lead', render: (row) => row.title },
          ]}
        />
        <BulkBar
          label={`Việc với các dòng đã chọn, ${place}`}
          title="Với các dòng đã chọn:"
          all={{ name: `all-${place}`, label: 'Tất cả 512 dòng của bộ lọc' }}
          links={[{ label: 'Bỏ chọn', href: '#none' }]}
        >
          <Button type="submit" name="deed" value="assign" size="small">
            Giao việc
          </Button>
          <Button type="submit" name="deed" value="cancel" size="small">
            Hủy
          </Button>
        </BulkBar>
      </SelectionForm>
    ),
  },
];
