import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made of, besides the folder src. */
const FILES = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs'];

/**
 * One number for the content of everything that goes into the build.
 * @param {string} root
 */
export function sourceStamp(root) {
  const hash = createHash('sha256').update(process.versions.node.split('.', 1)[0]);
  for (const path of [...FILES, ...sources(join(root, 'src'), 'src')])
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

/** @param {string} root */
export function isBuilt(root) {
  try {
    return readFileSync(stampFile(root), 'utf8') === sourceStamp(root);
  } catch {
    return false;
  }
}

/** @param {string} root */
export function stampFile(root) {
  return join(root, 'dist', 'stamp');
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string[]}
 */
function sources(folder, name) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${name}/${entry.name}`;
      if (entry.isDirectory()) return sources(join(folder, entry.name), path);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    });
}
