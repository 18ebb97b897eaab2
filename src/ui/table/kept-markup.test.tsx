import { expect, it } from 'vitest';
import { keptMarkup } from './kept-markup.ts';

let drawn = 0;
const draw = (key: string, text: string) =>
  keptMarkup(`kept-markup.test ${key}`, () => {
    drawn += 1;
    return <b>{text}</b>;
  }).text;

it('draws the same once, and what came first again when too much was kept since', () => {
  expect(draw('first', 'Một <hai>')).toBe('<b>Một &lt;hai></b>');
  expect(draw('first', 'Một <hai>')).toBe('<b>Một &lt;hai></b>');
  expect(drawn).toBe(1);
  const megabyte = 'a'.repeat(1_000_000);
  for (let n = 0; n < 9; n += 1) draw(`large ${n}`, megabyte);
  draw('large 8', megabyte);
  expect(drawn).toBe(10);
  draw('first', 'Một <hai>');
  expect(drawn).toBe(11);
});
