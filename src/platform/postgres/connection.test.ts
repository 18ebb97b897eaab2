import { describe, expect, it } from 'vitest';
import { connectionFor } from './connection.ts';

describe('a connection acts as one role from its first statement', () => {
  it('on our own server', () => {
    const server = { kind: 'bundled', host: '/run/x', port: 5432, database: 'sauro' } as const;
    expect(connectionFor(server, 'app')).toEqual({
      host: '/run/x',
      port: 5432,
      database: 'sauro',
      user: 'sauro_app',
      options: '-c role=sauro_app',
      application_name: 'sauro',
    });
    expect(connectionFor(server, 'migrator')).toMatchObject({
      user: 'sauro',
      options: '-c role=sauro_migrator',
    });
  });

  it('on a given server, keeping the options of its address', () => {
    const url = 'postgres://boss:p%40ss@db.example.vn/reform?sslmode=require&options=-c%20jit%3Doff';
    const { connectionString = '' } = connectionFor({ kind: 'given', url, appUrl: undefined }, 'migrator');
    const { username, password, searchParams } = new URL(connectionString);
    expect([username, password, searchParams.get('sslmode')]).toEqual(['boss', 'p%40ss', 'require']);
    expect(searchParams.get('options')).toBe('-c jit=off -c role=sauro_migrator');
  });

  it('with the second login for the app alone', () => {
    const server = { kind: 'given', url: 'postgres://one@h/d', appUrl: 'postgres://two@h/d' } as const;
    expect(connectionFor(server, 'app').connectionString).toContain('two@h');
    expect(connectionFor(server, 'migrator').connectionString).toContain('one@h');
  });
});
