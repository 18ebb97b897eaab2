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
  province: 'tinh.canbo',
} as const;

export const password = 'sauro-demo';
