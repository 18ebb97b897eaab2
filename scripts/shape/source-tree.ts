import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the project as text, by path from its root with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

/** One place that breaks a rule; `what` says what is wrong and what would be right. */
export interface Finding {
  readonly path: string;
  readonly line?: number;
  readonly what: string;
}

/** A rule of the house that can be read off the files. */
export interface ShapeRule {
  readonly name: string;
  readonly check: (tree: SourceTree) => Finding[];
}

const folders = ['src', 'scripts', 'seed', 'bench', 'e2e', 'db', 'docs'];
const written = /\.(?:tsx?|mjs|cjs|css|sql|md)$/;

/** Reads every written file of the project; fonts, pictures, data and generated files are not part of it. */
export function readSourceTree(root: string): SourceTree {
  const tree = new Map<string, string>();
  for (const folder of ['.', ...folders]) {
    for (const path of filesIn(root, folder)) tree.set(path, readFileSync(join(root, path), 'utf8'));
  }
  return tree;
}

/** The part of a path behind the last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The 1-based line of a place in a text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Whether a file tests, or builds records for tests. */
export function isForTests(path: string): boolean {
  return /\.(?:test|examples)\.tsx?$|[./]fixtures\.ts$|\/testing(?:-[a-z-]+)?\.tsx?$/.test(path);
}

function filesIn(root: string, folder: string): string[] {
  if (folder === '.') {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isFile() && written.test(entry.name))
      .map((entry) => entry.name);
  }
  let names: string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => written.test(path) && path !== 'db/types.ts');
}
