import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt, sourceStamp, stampFile } from './stamp.mjs';

/** @type {string} */
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sauro-stamp-'));
  for (const folder of ['src/ui', 'scripts', 'dist']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs', 'src/ui/a.ts'])
    writeFileSync(join(root, file), file);
  writeFileSync(stampFile(root), sourceStamp(root));
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the stamp of a build', () => {
  it('holds while the source stays the same', () => {
    expect(isBuilt(root)).toBe(true);
    writeFileSync(join(root, 'src/ui/a.ts'), 'src/ui/a.ts');
    expect(isBuilt(root)).toBe(true);
  });

  it.each(['src/ui/a.ts', 'src/ui/new.css', 'package-lock.json'])('falls when %s changes', (file) => {
    writeFileSync(join(root, file), 'changed');
    expect(isBuilt(root)).toBe(false);
  });

  it('does not look at tests', () => {
    writeFileSync(join(root, 'src/ui/a.test.ts'), 'a test');
    expect(isBuilt(root)).toBe(true);
  });

  it('is missing before the first build', () => {
    rmSync(stampFile(root));
    expect(isBuilt(root)).toBe(false);
  });
});
