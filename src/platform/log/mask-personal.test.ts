import { describe, expect, it } from 'vitest';
import { maskPersonal, maskQuoted } from './mask-personal.ts';

describe('what a log line must not carry', () => {
  it.each([
    ['sent to nguyen.van.a@xa.gov.vn today', 'sent to …@… today'],
    ['call 0912 345 678 now', 'call … now'],
    ['call +84912345678', 'call …'],
    ['id 001099012345 refused', 'id … refused'],
    ['id 012345678, old', 'id …, old'],
    ['postgres://sauro:secret@db:5432/sauro', 'postgres://…@db:5432/sauro'],
    ['GET /nhiem-vu?tim=Nguyễn+Văn+A failed', 'GET /nhiem-vu?… failed'],
  ])('masks %j', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    'took 1234 ms at 2026-05-12T03:30:00.123Z',
    '0198c5a2-7f3e-7aaa-8bbb-123456789012',
    'src/entry/app.ts:115:12',
    'released 0.1.0',
  ])('leaves %j as it is', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });

  it('takes out what a database quotes', () => {
    expect(maskQuoted('invalid input syntax for type uuid: "Nguyễn Văn A"')).toBe(
      'invalid input syntax for type uuid: "…"',
    );
  });
});
