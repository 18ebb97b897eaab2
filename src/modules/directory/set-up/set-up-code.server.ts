import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 12;

/** A code for the terminal, which only whoever runs the program sees: three groups of four. */
export function newSetUpCode(): string {
  const code = Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
  return code.replaceAll(/(.{4})(?!$)/g, '$1-');
}

/** Whether what was typed is the code, letter case, blanks and dashes aside. */
export function isSetUpCode(code: string, typed: string): boolean {
  return timingSafeEqual(digest(code), digest(typed));
}

function digest(text: string): Buffer {
  return createHash('sha256')
    .update(text.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest();
}
