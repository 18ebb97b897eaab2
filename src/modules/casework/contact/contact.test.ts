import { expect, it } from 'vitest';
import { maskAddress, phoneNumber } from './contact.ts';

it('writes telephone numbers in one way and refuses what is none', () => {
  for (const typed of ['0912 345 678', '+84 912 345 678', '0084.912.345.678', '(091) 234-5678'])
    expect(phoneNumber(typed)).toBe('+84912345678');
  expect(phoneNumber('024 3825 1234')).toBe('+842438251234');
  for (const typed of ['', '12345', '0012', 'ba mươi', '+0912345678', '0912345678x', `+${'9'.repeat(16)}`])
    expect(phoneNumber(typed)).toBeUndefined();
});

it('shows only as much of an address as its owner needs to know it again', () => {
  expect(maskAddress('mail', 'nguyen.mai@xa.example.vn')).toBe('n•••@xa.example.vn');
  expect(maskAddress('sms', '+84912345678')).toBe('•••678');
});
