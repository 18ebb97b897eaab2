// Runs the measurements in bench/, one after the other so that none disturbs another: `npm run bench`, or some of them
// by a part of their name: `npm run bench -- task-list`. Ends with 1 when one misses its mark.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wanted = process.argv.slice(2);
const files = readdirSync(join(root, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

if (files.length === 0) {
  console.error(`No measurement${wanted.length > 0 ? ` named ${wanted.join(', ')}` : ''} in bench/.`);
  process.exitCode = 2;
}
for (const file of files) {
  console.log(`\n${file}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join('bench', file)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
