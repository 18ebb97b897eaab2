import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { taskLifeDocument } from './task-life-document.ts';

it('stands in the documents as it is', () => {
  const printed = readFileSync(new URL('../../docs/task-life.md', import.meta.url), 'utf8');
  expect(printed, 'run npm run docs:task-life').toBe(taskLifeDocument());
});
