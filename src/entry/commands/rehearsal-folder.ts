import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import type { Log } from '#platform/log/log.ts';
import { livePostmaster } from '#platform/postgres/postmaster.ts';
import { startPostgres } from '#platform/postgres/supervisor.ts';

const prefix = 'rehearsal-';
/** Long after the first steps of a trial, in which no server runs yet. */
const abandonedAfterMs = 60 * 60_000;

/** Makes the folder of one trial, and removes what trials that were killed left behind, their servers too. */
export async function makeRehearsalFolder(dataFolder: string, log: Log): Promise<string> {
  mkdirSync(dataFolder, { recursive: true });
  for (const name of readdirSync(dataFolder))
    if (name.startsWith(prefix)) await removeAbandoned(join(dataFolder, name), log);
  const folder = mkdtempSync(join(dataFolder, prefix));
  // Another account runs the server of a program that root started, and must get through to its data.
  chmodSync(folder, 0o711);
  return folder;
}

async function removeAbandoned(folder: string, log: Log): Promise<void> {
  if (livePostmaster(join(folder, 'postgres'))) {
    try {
      const left = await startPostgres({
        dataFolder: folder,
        log,
        ifRunning: 'refuse',
        durability: 'scratch',
      });
      await left.stop();
    } catch (error) {
      // Another trial is at work there now.
      if (error instanceof StartRefusal) return;
      throw error;
    }
  } else if (Date.now() - statSync(folder).mtimeMs < abandonedAfterMs) return;
  await rm(folder, { recursive: true, force: true });
}
