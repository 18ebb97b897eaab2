/** Who a connection acts as: the owner of the schemas, or the program at work, which row-level security binds. */
export type Role = 'migrator' | 'app';

export const roleNames: Readonly<Record<Role, string>> = { migrator: 'sauro_migrator', app: 'sauro_app' };
