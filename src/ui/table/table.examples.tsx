import type { Example } from '../gallery/example.ts';
import { Clock } from '../clock/clock.tsx';
import { Icon } from '../icon/icon.tsx';
import { Panel } from '../panel/panel.tsx';
import { SealScore } from '../seal/seal.tsx';
import { Legend, StackedBar } from '../stacked-bar/stacked-bar.tsx';
import { Tag } from '../tag/tag.tsx';
import { Table } from './table.tsx';

const FULL = [true, true, true, true, true, true];

const TASKS = [
  {
    code: 'VI.2',
    title: 'Kiểm soát chi ngân sách, thực hiện quy chế chi tiêu nội bộ, công khai tài chính',
    product: 'Thông báo công khai quý I',
    unit: 'Phòng Kinh tế',
    clock: { tone: 'late', headline: 'Quá hạn 2 ngày 3 giờ', detail: '17:00 thứ Năm 07/05' } as const,
    clears: FULL,
    score: '6/6',
  },
  {
    code: 'III.2',
    title: 'Rà soát TTHC, đề xuất phương án đơn giản hóa theo hướng phân cấp, ủy quyền',
    product: 'Báo cáo rà soát, đánh giá TTHC',
    unit: 'Trung tâm Phục vụ hành chính công',
    clock: { tone: 'soon', headline: 'Còn 2 ngày 5 giờ', detail: '17:00 thứ Năm 14/05' } as const,
    clears: [...FULL.slice(1), false],
    score: '5/6',
  },
];

const UNITS = [
  { name: 'Phòng Văn hóa - Xã hội', done: 6, open: 10, soon: 2, late: 0 },
  { name: 'Trung tâm Phục vụ hành chính công', done: 3, open: 5, soon: 2, late: 0 },
  { name: 'Phòng Kinh tế', done: 1, open: 5, soon: 0, late: 1 },
];

export const examples: Example[] = [
  {
    name: 'a list with order and states',
    render: () => (
      <Table
        caption="Nhiệm vụ, xếp theo thời hạn gần nhất"
        rows={TASKS}
        rowKey={(task) => task.code}
        columns={[
          {
            key: 'code',
            label: 'Mã',
            sortHref: '#',
            size: 'tiny',
            priority: 'aside',
            render: (task) => task.code,
          },
          {
            key: 'title',
            label: 'Nhiệm vụ và sản phẩm',
            priority: 'lead',
            render: (task) => (
              <>
                <a href="#there">{task.title}</a>
                <small>
                  <Icon name="document" size="small" />
                  <span>{task.product}</span>
                </small>
              </>
            ),
          },
          { key: 'unit', label: 'Chủ trì', size: 'medium', render: (task) => task.unit },
          {
            key: 'state',
            label: 'Trạng thái',
            size: 'medium',
            render: () => <Tag tone="info">Đang thực hiện</Tag>,
          },
          {
            key: 'due',
            label: 'Thời hạn',
            sortHref: '#',
            sorted: 'ascending',
            size: 'long',
            render: (task) => <Clock {...task.clock} />,
          },
          {
            key: 'clears',
            label: 'Sáu rõ',
            size: 'short',
            render: (task) => <SealScore cells={task.clears} score={task.score} />,
          },
        ]}
      />
    ),
  },
  {
    name: 'bars in the rows that prove them, tight on a phone',
    render: (place) => (
      <Panel
        id={`units-${place}`}
        title={`Tiến độ theo đơn vị chủ trì (${place})`}
        note="35 nhiệm vụ của kế hoạch năm 2026"
        isFlush
      >
        <Legend
          entries={[
            { kind: 'done', label: 'Hoàn thành' },
            { kind: 'open', label: 'Đang thực hiện' },
            { kind: 'soon', label: 'Sắp đến hạn' },
            { kind: 'late', label: 'Quá hạn' },
          ]}
        />
        <Table
          caption="Số nhiệm vụ theo đơn vị chủ trì và tình trạng"
          frame="none"
          narrow="tight"
          rows={UNITS}
          rowKey={(unit) => unit.name}
          columns={[
            {
              key: 'unit',
              label: 'Đơn vị',
              priority: 'lead',
              render: (unit) => <a href="#there">{unit.name}</a>,
              total: 'Cả xã',
            },
            {
              key: 'bar',
              label: 'Biểu đồ',
              isLabelHidden: true,
              size: 'bar',
              render: (unit) => (
                <StackedBar
                  max={18}
                  segments={[
                    { kind: 'done', value: unit.done },
                    { kind: 'open', value: unit.open },
                    { kind: 'soon', value: unit.soon },
                    { kind: 'late', value: unit.late },
                  ]}
                />
              ),
            },
            { key: 'done', label: 'Hoàn thành', align: 'end', render: (unit) => unit.done, total: 10 },
            { key: 'open', label: 'Đang thực hiện', align: 'end', render: (unit) => unit.open, total: 20 },
            { key: 'soon', label: 'Sắp đến hạn', align: 'end', render: (unit) => unit.soon, total: 4 },
            { key: 'late', label: 'Quá hạn', align: 'end', render: (unit) => unit.late, total: 1 },
          ]}
        />
      </Panel>
    ),
  },
];
