import { chmodSync, mkdtempSync } from 'node:fs';

/**
 * An empty data folder for a test that starts PostgreSQL in it. Another account runs the server of root's tests, and must
 * get through to its data.
 */
export function newDataFolder(): string {
  // In /tmp whatever TMPDIR says: the path of a socket may hold a hundred signs, and a longer folder would have its
  // socket elsewhere than tests look for it.
  const folder = mkdtempSync('/tmp/sauro-test-');
  chmodSync(folder, 0o711);
  return folder;
}
