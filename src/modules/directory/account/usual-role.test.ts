import { expect, it } from 'vitest';
import { usualRole } from './usual-role.ts';

it.each([
  ['Chủ tịch UBND', true, 'leader'],
  ['Phó Chủ tịch UBND', false, 'leader'],
  ['Trưởng thôn', true, 'community'],
  ['Tổ trưởng tổ dân phố số 3', true, 'community'],
  ['Trưởng phòng', true, 'unit-head'],
  ['Chủ tịchh', false, 'officer'],
  ['Chuyên viên', false, 'officer'],
  ['', false, 'officer'],
] as const)('%j (head: %s) usually works as %s', (positionTitle, isHead, role) => {
  expect(usualRole({ positionTitle, isHead })).toBe(role);
});
