import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);

function foldersIn(path: string): string[] {
  const entries = readdirSync(new URL(path, root), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

it('docs/architecture.md names every module with its slices, and nothing else', () => {
  const text = readFileSync(new URL('docs/architecture.md', root), 'utf8');
  const told = [...text.matchAll(/^\| \d +\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, module, slices]) => [
    module,
    slices?.replaceAll('`', '').split(' ').toSorted(),
  ]);
  const there = foldersIn('src/modules').map((module) => [
    module,
    foldersIn(`src/modules/${module}`).toSorted(),
  ]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(there));
});
