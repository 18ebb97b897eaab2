import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shapeRules } from './shape/rules.ts';
import { readSourceTree, type SourceTree } from './shape/source-tree.ts';

type Files = Readonly<Record<string, string>>;

const table = (name: string) => `
create table ${name} (id uuid primary key);
comment on table ${name} is 'What a row is.';
alter table ${name} enable row level security;`;

const slice = 'src/modules/planning/task';

/** A small product of the right shape. */
const clean: Files = {
  'src/modules/planning/index.server.ts': "export { task, type Task } from './task/task.ts';",
  'src/modules/planning/links.ts': "export const taskLink = '/task';",
  'src/modules/planning/routes.ts':
    "export const routes = [get('/task', list), post('/task/close', 'planning.task.close-early', close), post('/log', 'platform.audit.export', save)];",
  [`${slice}/task.ts`]:
    '/**\n * Work of Sở Nội vụ.\n * @law nd-30-2020 7\n */\nexport const task = 1; // Hà Nội\nconst label = /^[a-zđ]\\)/;',
  [`${slice}/commands.server.ts`]: "db.insertInto('planning.task');",
  [`${slice}/task.test.ts`]: "it('Giao việc', () => undefined);",
  [`${slice}/task.db.test.ts`]: "db.selectFrom('planning.task');",
  [`${slice}/texts.ts`]: "const vi = { close: 'Kết thúc' };\nexport type TaskTexts = typeof vi;",
  [`${slice}/texts.en.ts`]:
    "import type { TaskTexts } from './texts.ts';\nexport const en: TaskTexts = { close: 'Close' };",
  [`${slice}/pages/task-list.tsx`]: 'export const page = <p class="late">{words.late}</p>;',
  [`${slice}/parts/task-row.tsx`]: 'export const row = <td />;',
  [`${slice}/papers/assignment.ts`]: 'export const paper = 1;',
  [`${slice}/close.island.tsx`]: 'export const island = <button />;',
  'src/modules/planning/reading/deadline/quarter-words.ts': "export const quarter = 'quý';",
  'src/ui/icon/icon.tsx': "export type { IconName } from './icon-drawings.ts';",
  'src/platform/db/db.ts': "db.selectFrom('x');",
  'db/migrations/0001_planning_create-task.sql': table('planning.task'),
  'db/migrations/0002_planning_create-target.sql': `${table('planning.target')}
-- create table planning.forgotten (id uuid);
create table planning.target_2026 partition of planning.target for values from (2026) to (2027);`,
  'docs/law.md': '| `nd-30-2020` | Nghị định 30/2020/NĐ-CP |',
  'README.md': 'An officer signs in; the session ends after a day.',
};

const lines = (count: number) => 'const a = 1;\n'.repeat(count);

/** For each rule, files that break it when they replace or join those of the clean product. */
const violations: Readonly<Record<string, readonly Files[]>> = {
  'slice-file-names': [
    { 'src/modules/planning/tools.ts': '' },
    { [`${slice}/task.view.tsx`]: '' },
    { [`${slice}/widgets/row.tsx`]: '' },
    { [`${slice}/pages/list/row.tsx`]: '' },
    { [`${slice}/papers/paper.tsx`]: '' },
  ],
  'known-modules': [{ 'src/modules/weather/index.server.ts': '' }],
  'kebab-case': [
    { 'src/ui/icon/iconDrawings.ts': '' },
    { 'src/ui/Icon/icon.ts': '' },
    { 'scripts/make_all.mjs': '' },
  ],
  'no-drawers': [
    { 'src/platform/utils/dates.ts': '' },
    { [`${slice}/task-helpers.ts`]: '' },
    { [`${slice}/task-service.server.ts`]: '' },
    { 'src/ui/common/a.tsx': '' },
  ],
  'file-sizes': [
    { [`${slice}/task.ts`]: lines(401) },
    { [`${slice}/commands.server.ts`]: lines(301) },
    { 'src/ui/icon/icon.css': lines(401) },
  ],
  'texts-in-two-languages': [
    { 'src/modules/planning/plan/texts.ts': 'export const vi = 1;' },
    { [`${slice}/texts.en.ts`]: "export const en = { close: 'Close' };" },
  ],
  'commands-are-tested': [
    { 'src/modules/planning/plan/commands.server.ts': '' },
    { 'src/modules/planning/plan/commands/import.server.ts': '' },
  ],
  'writes-name-their-act': [
    { 'src/modules/planning/routes.ts': "post('/a', close);" },
    { 'src/modules/planning/routes.ts': "post('/a', 'directory.task.close', close);" },
    { 'src/modules/planning/routes.ts': "post('/a', 'planning.close', close);" },
    { 'src/modules/planning/routes.ts': "post('/a', name, close);" },
  ],
  'only-doors-re-export': [
    { [`${slice}/task.ts`]: "export { plan } from '../plan/plan.ts';" },
    { [`${slice}/task.ts`]: "export type { Plan } from '../plan/plan.ts';" },
    { 'src/modules/planning/index.server.ts': "export * from './task/task.ts';" },
    { 'src/ui/icon/icon.tsx': "export {\n  drawings,\n} from './icon-drawings.ts';" },
  ],
  'sql-in-its-place': [{ [`${slice}/pages/task-list.tsx`]: "ctx.db.selectFrom('planning.task');" }],
  'cited-law-is-registered': [{ [`${slice}/task.ts`]: '/** @law nd-99-2099 1 */' }],
  'words-in-texts': [
    { [`${slice}/task.ts`]: "export const label = 'Đã xong';" },
    { [`${slice}/pages/task-list.tsx`]: 'export const page = <p>Quá hạn</p>;' },
    { [`${slice}/task.ts`]: 'const say = (n: number) => `còn ${n}`;' },
    { [`${slice}/task.ts`]: 'const tên = 1;' },
    { 'src/ui/icon/icon.tsx': 'const icon = <b title="Đóng" />;' },
  ],
  'no-inline-style': [
    { 'src/ui/icon/icon.tsx': 'const icon = <b style="color: red" />;' },
    { 'src/ui/icon/icon.tsx': 'const icon = <b\n  style={{ color }} />;' },
  ],
  'own-story': [
    { 'docs/architecture.md': 'Co-authored-by: somebody' },
    { [`${slice}/task.ts`]: '// written by a coding assistant' },
    { 'README.md': 'see /work/shared/design' },
  ],
  'migration-names': [
    { 'db/migrations/0002_planning_publish-other.sql': table('planning.other') },
    { 'db/migrations/3_planning_create-other.sql': table('planning.other') },
    { 'db/migrations/0003-create-other.sql': table('planning.other') },
  ],
  'tables-are-locked': [
    {
      'db/migrations/0003_planning_create-other.sql':
        "create table planning.other (id uuid); comment on table planning.other is 'x';\n-- alter table planning.other enable row level security;",
    },
  ],
  'tables-are-explained': [
    {
      'db/migrations/0003_planning_create-other.sql':
        "create table if not exists planning.other (id uuid); alter table planning.other enable row level security; comment on table planning.other is '';",
    },
  ],
};

const treeOf = (files: Files): SourceTree => new Map(Object.entries(files));

describe('the shape of the house', () => {
  it.each(shapeRules)('is kept by an orderly product: $name', ({ check }) => {
    expect(check(treeOf(clean))).toEqual([]);
  });

  it.each(
    Object.entries(violations).flatMap(([name, examples]) =>
      examples.map((broken, index) => ({ name, index, broken })),
    ),
  )('is broken, and said so: $name, example $index', ({ name, broken }) => {
    const findings =
      shapeRules.find((rule) => rule.name === name)?.check(treeOf({ ...clean, ...broken })) ?? [];
    expect(findings.length).toBeGreaterThan(0);
    for (const { path, what } of findings) {
      expect(what).not.toBe('');
      expect(Object.keys(broken).some((file) => file.startsWith(path))).toBe(true);
    }
  });

  it('has an example against every rule', () => {
    expect(shapeRules.map(({ name }) => name)).toEqual(Object.keys(violations));
  });
});

describe('reading the tree', () => {
  it('takes the written files of the project and leaves what is generated or installed', () => {
    const root = mkdtempSync(join(tmpdir(), 'shape-'));
    try {
      for (const path of [
        'src/a/a.ts',
        'src/a/a.woff2',
        'db/types.ts',
        'node_modules/x/x.ts',
        'README.md',
        '.data/a.ts',
      ]) {
        mkdirSync(join(root, path, '..'), { recursive: true });
        writeFileSync(join(root, path), 'text');
      }
      expect([...readSourceTree(root)]).toEqual([
        ['README.md', 'text'],
        ['src/a/a.ts', 'text'],
      ]);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
