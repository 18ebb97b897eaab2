import { copyFile, link, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { validate } from 'uuid';
import { hasCode } from '#platform/postgres/refuse.ts';
import { type ContentAddress, ContentMissing, type ContentStore } from './content-store.ts';

/** File systems that know no second name for a file say so in one of these ways. */
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EACCES'];

/**
 * Contents as files below a folder: `<tenant>/<first two digits>/<sha256>`. A content gets its name only when all of it
 * is on the disk, so that what has a name is whole, whenever the program or the machine ended.
 */
export function diskStore(folder: string): ContentStore {
  const pathOf = ({ tenantId, sha256 }: ContentAddress) =>
    join(folder, checkedTenant(tenantId), checkedHash(sha256).slice(0, 2), sha256);
  return {
    size: async (address) => {
      try {
        return (await stat(pathOf(address))).size;
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined;
        throw error;
      }
    },
    put: async (address, source) => {
      const path = pathOf(address);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await link(source, path);
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return;
        if (!hasCode(error, ...noLinks)) throw error;
        await copyWhole(source, path);
      }
      await syncFolder(dirname(path));
    },
    read: async (address, range) => {
      try {
        const file = await open(pathOf(address), 'r');
        return file.createReadStream(range ? { start: range.first, end: range.last } : {});
      } catch (error) {
        if (hasCode(error, 'ENOENT')) throw new ContentMissing(address.sha256, { cause: error });
        throw error;
      }
    },
    remove: (address) => rm(pathOf(address), { force: true }),
    list: async function* (tenantId) {
      for (const prefix of await namesIn(join(folder, checkedTenant(tenantId)))) {
        const place = join(folder, tenantId, prefix);
        for (const sha256 of await namesIn(place)) {
          if (!isHash(sha256)) continue;
          const found = await stat(join(place, sha256)).catch(() => undefined);
          if (found) yield { sha256, heldAt: found.mtime };
        }
      }
    },
  };
}

async function copyWhole(source: string, path: string): Promise<void> {
  const partial = `${path}.${randomUUID()}`;
  try {
    await copyFile(source, partial);
    await syncFile(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Brings what was written to a file to the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The names in a folder too: a file without its name is lost. Windows knows no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const entry of await opendir(folder)) names.push(entry.name);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  }
  return names;
}

/** SHA-256 as it stands in names: 64 small hex digits and nothing else. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function checkedHash(sha256: string): string {
  if (!isHash(sha256)) throw new TypeError('a content is named by its SHA-256');
  return sha256;
}

/** A tenant id becomes part of a path: it is a uuid or the program is at fault. */
export function checkedTenant(tenantId: string): string {
  if (!validate(tenantId)) throw new TypeError('a tenant id is a uuid');
  return tenantId;
}
