import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

/** Who runs the product or writes programs for it is told of its parts by their names; who works with it is not. */
const forOperators = /src\/(?:platform|entry\/(?:commands|api))\/|\/read-plan-texts/;

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?:^|[/-])texts(?:\.en)?\.ts$/.test(path) && !path.startsWith('platform/i18n/'))
  .map((path) => join('src', path));
const vietnamese = files.filter((path) => !path.endsWith('.en.ts'));

interface Said {
  path: string;
  line: number;
  text: string;
}

/** Every piece of text that a file holds; values put into a sentence stand as `…`. */
function saidIn(path: string): Said[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(join(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const said: Said[] = [];
  const visit = (node: ts.Node): void => {
    const isName = ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isPropertyName(node);
    const text = isName && !ts.isStringLiteral(node) ? undefined : textOf(node);
    if (text !== undefined && !isKeyOrTest(node)) {
      said.push({ path, text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
    if (!ts.isImportDeclaration(node) && !ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…');
}

/** A text that names a key or is compared with a value is not shown to anybody; nor is nothing between two values. */
function isKeyOrTest(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  if (ts.isElementAccessExpression(parent) || ts.isCallExpression(parent)) return true;
  return ts.isBinaryExpression(parent) || ts.isConditionalExpression(parent);
}

const all = (paths: readonly string[]) => paths.flatMap(saidIn);
const where = ({ path, line, text }: Said) => `${path}:${line} ${text}`;

/** One syllable as Vietnamese spells it, its marks taken off. */
const syllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|qu|[bcdghklmnpqrstvx])?(?:uye|uya|uyu|oai|oao|oay|oeo|oo|uay|uoi|uou|ieu|yeu|[aeiouy]{1,2})(?:ch|nh|ng|[cmnpt])?$/;

/** Names of things that have no Vietnamese name, and endings of files. */
const names = new Set(
  'word excel pdf docx doc txt csv xlsx xls google chrome edge firefox safari windows microsoft android iphone ipad mac linux openid connect openapi json zip sms otp authenticator caps lock web english quantri tesseract ocr webhook zalo official account secret key refresh developers calendar outlook thunderbird ctr https api email passkey token lines byte ctrl enter esc telex dd mm yyyy'.split(
    ' ',
  ),
);

/** Words in a text that are no Vietnamese syllables, without names, numbers of papers, codes of forms, addresses. */
function foreignIn(text: string): string[] {
  return text
    .replaceAll(
      /\.\/sauro [\w-]+(?: --[\w-]+)?|https?:\S+|\S+@\S+|\S+\.(?:gov|vn)\S*|\b[\w.-]+\.(?:docx?|txt|pdf|csv|xlsx?|md|html)\b|\B\.[a-z]{2,4}\b/g,
      ' ',
    )
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => /^[a-zà-ỹđ]{2,}$/iu.test(word) && word !== word.toUpperCase())
    .filter((word) => !syllable.test(plain(word)) && !names.has(word.toLowerCase()));
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

const sentences = (text: string) => text.split(/[.?:;]\s|\n/);
const syllables = (sentence: string) =>
  sentence.split(/\s+/).filter((word) => /\p{L}|\d|…/u.test(word)).length;

/** More than a reader holds in mind at once; the law's own sentences are longer, ours need not be. */
const LONGEST_SENTENCE = 28;

describe('the words shown to people', () => {
  it('are found in the texts of the slices', () => {
    expect(vietnamese.length).toBeGreaterThan(30);
    expect(all(vietnamese).length).toBeGreaterThan(1_000);
  });

  it('are never empty; a run of spaces is a blank of a paper, to be filled in by hand', () => {
    expect(
      all(files)
        .filter(({ text }) => /^\s?$/.test(text))
        .map(where),
    ).toEqual([]);
  });

  it('do not shout, praise or beg', () => {
    const loud = /!|vui lòng|rất tiếc|xin lỗi|chúc mừng|\bplease\b|\bsorry\b|\boops\b/iu;
    expect(
      all(files)
        .filter(({ text }) => loud.test(text))
        .map(where),
    ).toEqual([]);
  });

  it('say what would be right, not that something is invalid', () => {
    const vague =
      /không hợp lệ|lỗi không xác định|lỗi hệ thống|có lỗi xảy ra|\binvalid\b|something went wrong/iu;
    expect(
      all(files)
        .filter(({ text }) => vague.test(text))
        .map(where),
    ).toEqual([]);
  });

  it('hold no code of ours', () => {
    const code =
      /\b(?:null|undefined|NaN|true|false|HTTP|SQL|UUID)\b|\b(?!iPhone|iPad)[a-z]+[A-Z]\w+|\b[A-Za-z]+_\w+|\b(?:ERR|E)\d{2,}\b/;
    const found = all(vietnamese).filter(({ path, text }) => !forOperators.test(path) && code.test(text));
    expect(found.map(where)).toEqual([]);
  });

  it('are Vietnamese where the page is Vietnamese', () => {
    const found = all(vietnamese)
      .filter(({ path }) => !forOperators.test(path))
      .flatMap((said) => foreignIn(said.text).map((word) => `${word}: ${where(said)}`));
    expect(found).toEqual([]);
  });

  it('are short sentences', () => {
    const long = all(vietnamese).filter(
      ({ path, text }) =>
        !forOperators.test(path) && sentences(text).some((one) => syllables(one) > LONGEST_SENTENCE),
    );
    expect(long.map(where)).toEqual([]);
  });
});

describe('the ear for foreign words', () => {
  it('takes Vietnamese for Vietnamese', () => {
    expect(foreignIn('Nghiêng người giữ khuyến nghị, quyết định, giường, thuở, oái oăm, xoong')).toEqual([]);
  });

  it('hears a foreign one', () => {
    expect(foreignIn('Upload file rồi click vào link để login')).toEqual([
      'Upload',
      'file',
      'click',
      'link',
      'login',
    ]);
  });
});
