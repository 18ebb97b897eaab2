import ts from 'typescript';
import {
  baseName,
  type Finding,
  isForTests,
  lineAt,
  type ShapeRule,
  type SourceTree,
} from './source-tree.ts';

/** Says what texts are, and holds none. */
const definition = 'src/platform/i18n/texts.ts';

/** Each texts file has its English beside it, bound to the same shape by its type. */
export const textsInTwoLanguages: ShapeRule = {
  name: 'texts-in-two-languages',
  check: (tree) =>
    [...tree.keys()]
      .filter((path) => /^src\/.*\/texts\.ts$/.test(path) && path !== definition)
      .flatMap((path): Finding[] => {
        const english = tree.get(path.replace(/texts\.ts$/, 'texts.en.ts'));
        if (english === undefined) return [{ path, what: 'texts.en.ts is missing beside it' }];
        const bound =
          /import type \{[^}]*\} from '\.\/texts\.ts'/.test(english) &&
          /export const en: \w|satisfies/.test(english);
        return bound
          ? []
          : [
              {
                path: path.replace(/texts\.ts$/, 'texts.en.ts'),
                what: 'bind it to the type of texts.ts beside it',
              },
            ];
      }),
};

/** A slice that writes proves it on a database. */
export const commandsAreTested: ShapeRule = {
  name: 'commands-are-tested',
  check: (tree) => {
    const paths = [...tree.keys()];
    const slices = new Set(
      paths.flatMap(
        (path) => /^(src\/modules\/[^/]+\/[^/]+)\/commands(?:\.server\.ts|\/)/.exec(path)?.[1] ?? [],
      ),
    );
    return [...slices]
      .filter((slice) => !paths.some((path) => path.startsWith(`${slice}/`) && path.endsWith('.db.test.ts')))
      .map((slice) => ({ path: slice, what: 'it has commands and no *.db.test.ts' }));
  },
};

/** Every write in routes.ts names its act: <module>.<noun>.<verb> of its own module, or of the platform, which has no routes. */
export const writesNameTheirAct: ShapeRule = {
  name: 'writes-name-their-act',
  check: (tree) =>
    [...tree].flatMap(([path, text]) => {
      const module = /^src\/modules\/([^/]+)\/(?:[^/]+\/)?routes\.ts$/.exec(path)?.[1];
      return module === undefined ? [] : unnamedWrites(path, text, module);
    }),
};

/** Only the door of a module hands on what others made; types may travel with the file beside them. */
export const onlyDoorsReExport: ShapeRule = {
  name: 'only-doors-re-export',
  check: (tree) =>
    findAll(
      tree,
      /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as \w+ )?from\s+'(?:\.\/)?/gm,
      (path, found) =>
        /^src\/.*\.tsx?$/.test(path) &&
        !(baseName(path) === 'index.server.ts' && !found.includes('*')) &&
        !/^export\s+type\s+\{[^}]*\}\s+from\s+'\.\/$/.test(found)
          ? 'import from where it is made; a door names what it hands on'
          : undefined,
    ),
};

/** Queries are written where SQL lives, also when the handle was passed in. */
export const sqlInItsPlace: ShapeRule = {
  name: 'sql-in-its-place',
  check: (tree) =>
    findAll(tree, /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(/g, (path) =>
      /^src\/.*\.tsx?$/.test(path) &&
      !/\.server\.tsx?$|^src\/platform\/(?:db|postgres|jobs)\//.test(path) &&
      !isForTests(path)
        ? 'SQL stands in *.server.ts'
        : undefined,
    ),
};

/** A cited law has its key in docs/law.md. */
export const citedLawIsRegistered: ShapeRule = {
  name: 'cited-law-is-registered',
  check: (tree) => {
    const register = tree.get('docs/law.md') ?? '';
    return findAll(tree, /@law\s+([a-z0-9-]+)/g, (path, found) => {
      const key = found.replace(/@law\s+/, '');
      return path.startsWith('src/') && !register.includes(`\`${key}\``)
        ? `${key} is not in docs/law.md`
        : undefined;
    });
  },
};

function unnamedWrites(path: string, text: string, module: string): Finding[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const act = new RegExp(`^(?:${module}|platform)(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*){2}$`);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:post|put|patch|del)$/.test(node.expression.getText(file))) {
      const named = node.arguments[1];
      if (named === undefined || !ts.isStringLiteral(named) || !act.test(named.text)) {
        const what = `the second value is the act, '${module}.<noun>.<verb>'`;
        findings.push({ path, line: lineAt(text, node.getStart(file)), what });
      }
    }
    node.forEachChild(visit);
  };
  visit(file);
  return findings;
}

function findAll(
  tree: SourceTree,
  pattern: RegExp,
  judge: (path: string, found: string) => string | undefined,
): Finding[] {
  return [...tree].flatMap(([path, text]) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: found }): Finding[] => {
      const what = judge(path, found);
      return what === undefined ? [] : [{ path, line: lineAt(text, index), what }];
    }),
  );
}
