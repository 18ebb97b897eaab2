// Everything that must hold before a change is accepted: the build, the checks of the code, and all tests.
// The last line is the verdict: `N passed, N failed`, where the build and each check count as one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installChromium } from './launch/chromium.mjs';
import { installMissing } from './launch/packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

installMissing(root, { dev: true });
installChromium();
const counts = [build(), check(), vitest(process.argv.slice(2))];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function build() {
  const { status } = node(['scripts/build.mjs'], 'inherit');
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs the checks and reads their own verdict; one that says nothing has failed. */
function check() {
  const { stdout, status } = node(['scripts/check.mjs'], 'pipe');
  process.stdout.write(stdout);
  const [, good, bad] = /(\d+) passed, (\d+) failed[^\n]*\s*$/.exec(stdout) ?? [];
  if (good === undefined) return { passed: 0, failed: 1 };
  return { passed: Number(good), failed: Math.max(Number(bad), status === 0 ? 0 : 1) };
}

/** Runs the tests; a file that could not be read and an error outside any test count as one failure each. */
function vitest(/** @type {string[]} */ args) {
  const folder = mkdtempSync(join(tmpdir(), 'sauro-verdict-'));
  const file = join(folder, 'verdict.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = node(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], 'inherit');
  try {
    const verdict = JSON.parse(readFileSync(file, 'utf8'));
    const unread = verdict.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ { status: result, assertionResults }) =>
        result === 'failed' && assertionResults.length === 0,
    ).length;
    const failures = verdict.numFailedTests + unread;
    return { passed: verdict.numPassedTests, failed: Math.max(failures, status === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function node(/** @type {string[]} */ args, /** @type {'inherit' | 'pipe'} */ stdout) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}
