import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, sentences } from './sentences.mjs';

/**
 * Installs what package-lock.json asks for when something of it is missing, leaving alone what is there already: a
 * failure in the middle, without a network, takes nothing away, while `npm ci` empties the folder before it begins.
 * Says so and ends the process when it cannot be done.
 * @param {string} root
 * @param {{ dev: boolean }} wanted whether the tools for development are needed too
 */
export function installMissing(root, { dev }) {
  if (isInstalled(root, dev)) return;
  // An installation with the tools keeps them: npm would remove what is left out.
  const keepDev = dev || existsSync(join(root, 'node_modules', 'vitest'));
  const command = ['install', '--no-save', ...(keepDev ? [] : ['--omit=dev'])];
  say(sentences.installing());
  const { status } = spawnSync('npm', [...command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    // npm leaves the tools out by itself when this says production.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (status === 0 && isInstalled(root, dev)) return;
  say(sentences.notInstalled(`npm ${command.join(' ')}`));
  process.exit(1);
}

/** Compares what npm wrote down about the installation with the lock file: times of files say nothing after a clone. */
function isInstalled(/** @type {string} */ root, /** @type {boolean} */ dev) {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json')) ?? {};
  if (!installed) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional ||
      entry.devOptional ||
      (entry.dev && !dev) ||
      installed[path]?.version === entry.version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, dev?: boolean, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
