import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { refuse } from './refuse.ts';

/** Leaves word in a data folder that its data lives on a server now, so that nobody goes on with the old copy. */
export function markMoved(dataFolder: string, host: string): void {
  writeFileSync(markerOf(dataFolder), `${host}\n`);
}

/** Refuses to run on data that has moved away. */
export function refuseMoved(config: Config): void {
  if (config.databaseUrl) return;
  const marker = markerOf(config.dataFolder);
  let host: string;
  try {
    host = readFileSync(marker, 'utf8').trim();
  } catch {
    return;
  }
  throw refuse('moved-away', (t) => t.movedAway(host, marker));
}

function markerOf(dataFolder: string): string {
  return join(dataFolder, 'moved-to');
}
