import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another on paper. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 3;
const groupLength = 4;

/** A password to hand over on paper: three groups of four, 59 bits. */
export function newStartPassword(): string {
  const group = () => Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
