import { readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Leaves the address of the running product in its data folder, for a second start to name.
 *  @returns how to take it away */
export function publishAddress(dataFolder: string, address: string): () => void {
  const file = addressFile(dataFolder);
  // With a database given from elsewhere nothing has made the data folder yet.
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, `${address}\n`);
  return () => rmSync(file, { force: true });
}

/** The address that the running product left; undefined while it is still starting. */
export function publishedAddress(dataFolder: string): string | undefined {
  try {
    return readFileSync(addressFile(dataFolder), 'utf8').trim();
  } catch {
    return undefined;
  }
}

function addressFile(dataFolder: string): string {
  return join(dataFolder, 'address');
}
