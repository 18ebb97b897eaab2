import { baseName, type Finding, type ShapeRule, type SourceTree } from './source-tree.ts';

/** Migrations are numbered once each and say module, verb and object: 0010_calendar_create-day-rule.sql. */
export const migrationNames: ShapeRule = {
  name: 'migration-names',
  check: (tree) => {
    const seen = new Map<string, string>();
    return migrations(tree).flatMap(([path]): Finding[] => {
      const name = baseName(path);
      if (!/^\d{4}_[a-z]+_[a-z]+(?:-[a-z0-9]+)+\.sql$/.test(name)) {
        return [{ path, what: 'name it <four digits>_<module>_<verb>-<object>.sql' }];
      }
      const twin = seen.get(name.slice(0, 4));
      seen.set(name.slice(0, 4), name);
      return twin === undefined ? [] : [{ path, what: `${twin} has the same number` }];
    });
  },
};

/** Every table is locked by row-level security. */
export const tablesAreLocked: ShapeRule = {
  name: 'tables-are-locked',
  check: (tree) =>
    tablesWithout(
      tree,
      (table) => `alter\\s+table\\s+(?:only\\s+)?${table}\\s+enable\\s+row\\s+level\\s+security`,
      'enable row level security on it',
    ),
};

/** Every table says what a row of it is. */
export const tablesAreExplained: ShapeRule = {
  name: 'tables-are-explained',
  check: (tree) =>
    tablesWithout(tree, (table) => `comment\\s+on\\s+table\\s+${table}\\s+is\\s+'[^']`, 'comment on it'),
};

function tablesWithout(tree: SourceTree, wanted: (table: string) => string, what: string): Finding[] {
  const all = migrations(tree)
    .map(([, text]) => withoutComments(text))
    .join('\n');
  return migrations(tree).flatMap(([path, text]) =>
    [
      ...withoutComments(text).matchAll(
        /create\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_][a-z0-9_.]*)(\s+partition\s+of)?/gi,
      ),
    ]
      // A partition is reached through its parent, whose policies hold for it.
      .filter(([, , partition]) => partition === undefined)
      .map(([, table = '']) => table)
      .filter((table) => !new RegExp(wanted(table.replaceAll('.', '\\.')), 'i').test(all))
      .map((table) => ({ path, what: `${table}: ${what}` })),
  );
}

function migrations(tree: SourceTree): [string, string][] {
  return [...tree].filter(([path]) => path.startsWith('db/migrations/')).sort(([a], [b]) => (a < b ? -1 : 1));
}

function withoutComments(sql: string): string {
  return sql.replaceAll(/--.*$/gm, '');
}
