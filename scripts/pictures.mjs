// Takes the pictures anew with which e2e/pictures.spec.ts compares: look at every changed one before it is committed.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (/** @type {string[]} */ args) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TAKE_PICTURES: '1' },
  }).status ?? 1;

process.exitCode =
  run(['scripts/build.mjs']) || run(['node_modules/vitest/vitest.mjs', 'run', 'e2e/pictures.spec.ts']);
