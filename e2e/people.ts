/** Sign-ins of the demo communes. */
export const people = {
  /** Focal officer of a commune without a plan. */
  newcomer: 'thunghiem.daumoi',
  focal: 'dongky.daumoi',
  admin: 'dongky.quantri',
  leader: 'dongky.lanhdao',
  clerk: 'dongky.motcua',
  province: 'tinh.canbo',
} as const;

export const password = 'sauro-demo';
