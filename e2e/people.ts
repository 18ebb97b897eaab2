/** Sign-ins of the demo communes. */
export const people = {
  /** Focal officer of a commune without a plan. */
  newcomer: 'thunghiem.daumoi',
  focal: 'dongky.daumoi',
  admin: 'dongky.quantri',
  /** Of a commune with tasks that wait for an event. */
  waiting: 'anlao.daumoi',
  leader: 'dongky.lanhdao',
  clerk: 'dongky.motcua',
  /** Leader and head of a unit of a commune with months of evaluations. */
  reviewer: 'danhoa.lanhdao',
  reviewed: 'danhoa.truongphong',
  province: 'tinh.canbo',
} as const;

export const password = 'sauro-demo';
