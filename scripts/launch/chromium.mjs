import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say, sentences } from './sentences.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Sees to it that the journeys have a browser: installs Debian's Chromium where that is allowed, else says how. */
export function installChromium() {
  if (findChromium()) return;
  const prefix = privilege();
  if (prefix && succeeds(['apt-get', '--version'])) {
    run([...prefix, 'apt-get', 'update']);
    run([...prefix, 'apt-get', 'install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (!findChromium()) say(sentences.noChromium());
}

/** The browser's program, or undefined. */
function findChromium() {
  const given = process.env['CHROMIUM_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [given, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return paths.find((path) => path && existsSync(path));
}

/** What to put before a command that needs root; undefined when this user may not. */
function privilege() {
  if (process.getuid?.() === 0) return [];
  const sudo = ['sudo', '-n'];
  return succeeds([...sudo, 'true']) ? sudo : undefined;
}

function run(/** @type {string[]} */ [program = '', ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(program, args, { stdio: ['ignore', 2, 2], env });
}

function succeeds(/** @type {string[]} */ [program = '', ...args]) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
