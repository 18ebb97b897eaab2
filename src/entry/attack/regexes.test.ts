import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';

/** As long as the longest text that a form may hold. */
const length = 4_000;
/** A step for each pair of letters takes a part of it at this length; one that runs away takes for ever. */
const patienceMs = 1_000;

interface Found {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every pattern that the product's code writes down. */
function patternsOfTheProduct(): Found[] {
  const root = join(productRoot, 'src');
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|fixtures|testing|examples/.test(path))
    .flatMap((path) => patternsIn(path, readFileSync(join(root, path), 'utf8')));
}

function patternsIn(path: string, text: string): Found[] {
  const file = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${path}:${line + 1}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

const usual = [
  'a',
  '1',
  ' ',
  '\t',
  '-',
  ',',
  '.',
  '%',
  'á',
  '(',
  ')',
  ';',
  '"',
  '<',
  '\n',
  '0,',
  '1/',
  'a ',
  ' a',
  '1.',
  'I',
  'ab-',
  ': ',
  '\u0301',
];

/** What may drive a pattern round: the usual signs, and the words that stand in it. */
function pumps(source: string): string[] {
  const words = source.match(/\p{L}[\p{L}\d ]*/gu) ?? [];
  return [...usual, ...new Set(words.slice(0, 8).map((word) => `${word} `))];
}

function isDone(room: Context, given: { source: string; flags: string; texts: readonly string[] }): boolean {
  Object.assign(room, given);
  const search =
    '{ const pattern = new RegExp(source, flags); for (const text of texts) text.search(pattern); }';
  try {
    runInContext(search, room, { timeout: patienceMs });
    return true;
  } catch {
    return false;
  }
}

it('no pattern runs away on any text that was made to drive it round', () => {
  const patterns = patternsOfTheProduct();
  expect(patterns.length).toBeGreaterThan(400);
  const room = createContext({});
  const runaway: string[] = [];
  for (const { place, source, flags } of patterns) {
    const words = source.match(/\p{L}[\p{L}\d]*/gu)?.slice(0, 2) ?? [];
    const texts = pumps(source).flatMap((pump) => {
      const long = pump.repeat(Math.ceil(length / pump.length));
      return [`${long}\u0001`, ...words.map((word) => `${word}${long}\u0001`)];
    });
    if (isDone(room, { source, flags, texts })) continue;
    // All together took long: which of them does alone?
    const worst = texts.find((text) => !isDone(room, { source, flags, texts: [text] }));
    if (worst !== undefined)
      runaway.push(`${place} /${source}/${flags} on ${JSON.stringify(worst.slice(0, 20))}…`);
  }
  expect(runaway).toEqual([]);
});

it('finds one that does', () => {
  expect(isDone(createContext({}), { source: '^(a+)+$', flags: '', texts: [`${'a'.repeat(40)}!`] })).toBe(
    false,
  );
});
