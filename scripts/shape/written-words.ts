import ts from 'typescript';
import {
  baseName,
  type Finding,
  isForTests,
  lineAt,
  type ShapeRule,
  type SourceTree,
} from './source-tree.ts';

const vietnameseLetter =
  /[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

/** Where Vietnamese is data: texts, the grammars that read plans and syllables, the formats of the language, demo data. */
const mayBeVietnamese =
  /\/texts(?:\.en)?\.ts$|\/reading\/|^src\/platform\/i18n\/|^src\/platform\/search\/(?:folding|syllable|typed-word)\.ts$|^src\/entry\/demo\//;

/** Words shown to people stand in texts files; identifiers are English. Comments may name Vietnamese things. */
export const wordsInTexts: ShapeRule = {
  name: 'words-in-texts',
  check: (tree) =>
    sources(tree, /^src\/.*\.tsx?$/)
      .filter(([path]) => !mayBeVietnamese.test(path) && !isForTests(path))
      .flatMap(([path, text]) => vietnameseIn(path, text)),
};

/** Looks come from style sheets with tokens; the content policy forbids inline styles. */
export const noInlineStyle: ShapeRule = {
  name: 'no-inline-style',
  check: (tree) =>
    sources(tree, /^src\/.*\.tsx$/).flatMap(([path, text]) =>
      [...text.matchAll(/\sstyle=["'{]/g)].map(({ index }) => ({
        path,
        line: lineAt(text, index),
        what: 'give it a class and a rule in the style sheet',
      })),
    ),
};

/** The project speaks of itself alone: not of who typed it, with what, or where. */
export const ownStory: ShapeRule = {
  name: 'own-story',
  check: (tree) =>
    [...tree]
      .filter(([path]) => !/^scripts\/(?:shape\/written-words|check-shape\.test)\.ts$/.test(path))
      .flatMap(([path, text]) =>
        [...text.matchAll(otherStories)].map(({ index, 0: word }) => ({
          path,
          line: lineAt(text, index),
          what: `"${word}" is not about the product`,
        })),
      ),
};

const otherStories =
  /\b(?:co-authored-by|generated with|language model|(?:ai|coding) (?:assistant|agent)|sub-?agent|as an ai)\b|\/work\/(?:main|shared)\b|\/tmp\/brief/gi;

/** Letters of comments and patterns do not count: nobody is shown them. */
function vietnameseIn(path: string, text: string): Finding[] {
  if (!vietnameseLetter.test(text)) return [];
  const kind = baseName(path).endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (
      node.getChildCount(file) === 0 &&
      !ts.isRegularExpressionLiteral(node) &&
      vietnameseLetter.test(node.getText(file))
    ) {
      const line = lineAt(text, node.getStart(file));
      findings.push({ path, line, what: 'Vietnamese words stand in texts files' });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return findings;
}

function sources(tree: SourceTree, where: RegExp): [string, string][] {
  return [...tree].filter(([path]) => where.test(path));
}
