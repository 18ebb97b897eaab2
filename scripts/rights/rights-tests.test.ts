import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';

/** Slices whose queries touch only what all tenants share. */
const shared = new Set(['calendar/working-day']);

const modules = join(productRoot, 'src', 'modules');

/** The files that lie in a slice, in any of its folders. */
function filesOf(slice: string): string[] {
  return readdirSync(join(modules, slice), { recursive: true }).map(String);
}

const slices = readdirSync(modules).flatMap((module) =>
  readdirSync(join(modules, module), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${module}/${entry.name}`),
);

const reading = slices.filter((slice) => filesOf(slice).includes('queries.server.ts') && !shared.has(slice));

it('finds the slices that read', () => {
  expect(reading.length).toBeGreaterThan(15);
});

it.each(reading)('%s proves on a database whose rows it shows to whom', (slice) => {
  const tests = filesOf(slice).filter((file) => file.endsWith('rights.db.test.ts'));
  expect(
    tests,
    `${slice} has queries and no rights.db.test.ts (see docs/how-to/add-a-slice.md)`,
  ).toHaveLength(1);
  const onDatabase = filesOf(slice).filter((file) => /\.(?:db|http)\.test\.ts$/.test(file));
  const text = onDatabase.map((file) => readFileSync(join(modules, slice, file), 'utf8')).join('\n');
  const queries = readFileSync(join(modules, slice, 'queries.server.ts'), 'utf8');
  const listed = [
    ...queries.matchAll(/export (?:async )?function ((?:list|get|export)\w*)\(\s*ctx: Ctx/g),
  ].map((found) => found[1] ?? '');
  expect(listed.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
});
