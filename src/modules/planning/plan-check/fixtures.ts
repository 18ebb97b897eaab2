/** Builders for tests of the check: a plan that has nothing to mend, and rows that a test makes worse. */
import { plainDate } from '#platform/clock/plain-date.ts';
import type { RowData, RowKind } from '../plan-draft/plan-draft.ts';
import { axes } from '../plan/axis.ts';
import type { CheckFacts, Keyed, PlanContent } from './plan-content.ts';

const rows: { readonly [Kind in RowKind]: RowData[Kind] } = {
  section: { code: 'I', title: 'Cải cách thể chế', axis: 'institution', line: [] },
  task: {
    seq: null,
    section: 'I',
    objective: null,
    task: 'Rà soát văn bản do xã ban hành',
    activity: null,
    product: 'Báo cáo',
    chair_leader: null,
    lead: ['Văn phòng HĐND và UBND'],
    coordinators: [],
    due_text: '15/5/2026',
    due: { kind: 'date', from: null, to: '2026-05-15', recurrence: null, before: false },
    note: null,
    line: [],
  },
  target: {
    text: 'Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%',
    metric: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
    operator: '>=',
    value: 98,
    unit: '%',
    denominator_scope: null,
    year: 2026,
    where: '',
    line: [],
  },
  report: {
    period: 'Q1',
    data_from: '2025-12-15',
    data_to: '2026-03-14',
    submit_by: '2026-03-20',
    submit_rule: null,
    to: null,
    by: null,
    text: 'Báo cáo quý I',
    line: [],
  },
  citation: {
    role: 'cited',
    type: 'Nghị định',
    number: '118/2025/NĐ-CP',
    date: '2025-06-09',
    issuer: 'Chính phủ',
    where: 'II.1',
    line: [],
  },
};

/** A row of a kind that has no fault, but for what the test gives it. */
export function row<Kind extends RowKind>(
  kind: Kind,
  key: string,
  data: Partial<RowData[Kind]> = {},
): Keyed<Kind> {
  return { key, data: { ...rows[kind], ...data } };
}

/** A plan for 2026 in which nothing is to mend: seven sections, one task each. */
export function soundPlan(given: Partial<PlanContent> = {}): PlanContent {
  const codes = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];
  return {
    head: {
      title: 'Kế hoạch cải cách hành chính năm 2026',
      issuer: 'Ủy ban nhân dân xã Đồng Mây',
      commune: 'Đồng Mây',
      level: 'xã',
      province: null,
      kind: 'cchc-plan',
      number: '05/KH-UBND',
      date: '2026-01-05',
      year_from: 2026,
      year_to: 2026,
      signer: { name: 'Nguyễn Văn A', title: 'Chủ tịch', authority: null },
      basis: [],
      recipients: [],
    },
    sections: codes.map((code, index) => row('section', `s${index}`, { code, axis: axes[index] ?? null })),
    tasks: codes.map((section, index) =>
      row('task', `t${index}`, { section, seq: '1', task: `${duties[index]}`, activity: null }),
    ),
    targets: [row('target', 'g0')],
    reports: [row('report', 'r0')],
    citations: [row('citation', 'c0')],
    responsibilities: [],
    lines: [],
    ...given,
  };
}

const duties = [
  'Ban hành kế hoạch kiểm tra công vụ',
  'Rà soát văn bản quy phạm pháp luật',
  'Niêm yết bộ thủ tục tại nơi tiếp nhận',
  'Sắp xếp các phòng chuyên môn',
  'Bồi dưỡng kỹ năng cho công chức',
  'Công khai dự toán thu chi ngân sách',
  'Ký số mọi văn bản đi',
];

/** Facts of a year whose only days off are weekends and 30/4. */
export function facts(given: Partial<CheckFacts> = {}): CheckFacts {
  return {
    today: plainDate('2026-01-04'),
    isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && day !== '2026-04-30',
    abolished: [],
    ...given,
  };
}
