import { spawn } from 'node:child_process';
import { chownSync, readFileSync, statfsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Places } from './places.ts';
import { type Programs, programPath } from './programs.ts';
import { hasCode, refuse } from './refuse.ts';
import { type Durability, SUPERUSER } from './settings.ts';

const MEGABYTE = 1024 * 1024;
const ROOM_TO_CREATE = 200 * MEGABYTE;
const ROOM_TO_START = 50 * MEGABYTE;
const ABANDONED_AFTER_MS = 10 * 60_000;

/** Locales of the C library in order of wish; words are sorted by ICU, this one only classes letters. */
const LIBC_LOCALES = process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'C'];

/**
 * Makes the cluster unless it is there: UTF-8, sorted as Vietnamese, with checksums on its pages.
 * Refuses data of another major version and a disk without room.
 * @param passwordFile for a cluster reached over a port; on a socket no password exists
 */
export async function prepareCluster(
  places: Places,
  programs: Programs,
  durability: Durability,
  passwordFile: string | undefined,
): Promise<void> {
  const found = versionOf(places.cluster);
  checkRoom(places.base, freeBytes(places.base), found === undefined);
  if (found === undefined) return createCluster(places, programs, durability, passwordFile);
  if (Number(found) !== programs.major)
    throw refuse('other-version', (t) => t.otherVersion(places.cluster, found, programs.major));
}

/** Refuses to start on a disk that would fill up at once. */
export function checkRoom(folder: string, free: number, isNew: boolean): void {
  const needed = isNew ? ROOM_TO_CREATE : ROOM_TO_START;
  if (free < needed) throw refuse('no-room', (t) => t.noRoom(folder, Math.ceil((needed - free) / MEGABYTE)));
}

/** Whether the disk of a cluster that exists has the room that a start takes. */
export function hasRoomToStart(folder: string): boolean {
  return freeBytes(folder) >= ROOM_TO_START;
}

/** Bytes that an ordinary user may still write on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function versionOf(cluster: string): string | undefined {
  const file = join(cluster, 'PG_VERSION');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw refuse('unwritable', (t) => t.unwritable(cluster));
  }
}

/** Creates in a folder of another name and renames, so that a cluster that exists is complete. */
async function createCluster(
  places: Places,
  programs: Programs,
  durability: Durability,
  passwordFile: string | undefined,
): Promise<void> {
  const prefix = `${places.cluster}-new-`;
  await removeAbandoned(prefix);
  const folder = await mkdtemp(prefix);
  if (places.account) chownSync(folder, places.account.uid, places.account.gid);
  let failure: string | undefined;
  for (const locale of LIBC_LOCALES) {
    failure = await runInitdb(places, programs, [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=icu',
      '--icu-locale=vi',
      '--data-checksums',
      '--auth-local=peer',
      '--auth-host=scram-sha-256',
      ...(durability === 'scratch' ? ['--no-sync'] : []),
      ...(passwordFile ? [`--pwfile=${passwordFile}`] : []),
    ]);
    if (!failure?.includes('invalid locale name')) break;
  }
  if (failure === undefined) await rename(folder, places.cluster).catch(keepTheFirst);
  await rm(folder, { recursive: true, force: true });
  if (failure?.includes('No space left')) throw refuse('no-room', (t) => t.noRoom(places.base, 200));
  if (failure !== undefined) throw refuse('did-not-start', (t) => t.didNotStart(failure, places.base));
}

/** Two programs that start together both create; the second finds the folder taken and uses it. */
function keepTheFirst(error: unknown): void {
  if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
}

async function removeAbandoned(prefix: string): Promise<void> {
  const parent = dirname(prefix);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(basename(prefix))) continue;
    const { mtimeMs } = await stat(join(parent, name));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS)
      await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Gives the last line of what initdb complained about, or undefined when it succeeded. */
function runInitdb(places: Places, programs: Programs, args: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(programPath(programs, 'initdb'), args, {
      ...places.account,
      cwd: places.base,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', SystemRoot: process.env['SystemRoot'] },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve(
        code === 0 ? undefined : (said.split('\n').find((line) => /error|fatal/i.test(line)) ?? said.trim()),
      ),
    );
  });
}
