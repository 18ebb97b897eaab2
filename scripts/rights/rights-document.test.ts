import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rightsDocument } from './rights-document.ts';

it('stands in the documents as it is', () => {
  const printed = readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8');
  expect(printed, 'run npm run docs:rights').toBe(rightsDocument());
});
