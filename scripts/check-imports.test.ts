import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type ImportReport, importReport } from './imports/import-rules.ts';

type Files = Readonly<Record<string, string>>;

const packages: Files = {
  'package.json': JSON.stringify({
    name: 'tree',
    type: 'module',
    imports: { '#*': './src/*' },
    dependencies: { zod: '1', kysely: '1', hono: '1' },
    devDependencies: { vitest: '1' },
  }),
  ...Object.fromEntries(
    ['zod', 'kysely', 'hono', 'vitest'].flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', exports: './index.js' }),
      ],
      [`node_modules/${name}/index.js`, 'export const thing = 1;'],
    ]),
  ),
};

/** A small product in which every import is allowed. */
const clean: Files = {
  ...packages,
  'src/platform/clock/plain-date.ts': 'export type PlainDate = string;\nexport const today = 1;',
  'src/platform/db/db.ts':
    "import { thing } from 'kysely';\nexport type Db = { a: number };\nexport const db = thing;",
  'src/platform/http/reply.ts': 'export type Reply = string;\nexport const reply = 1;',
  'src/ui/button/button.tsx':
    "import { today } from '#platform/clock/plain-date.ts';\nexport const button = today;",
  'src/modules/directory/index.server.ts': "export { listUnits } from './unit/queries.server.ts';",
  'src/modules/directory/links.ts': "export const unitLink = '/unit';",
  'src/modules/directory/unit/unit.ts': 'export const unit = 1;',
  'src/modules/directory/unit/queries.server.ts':
    "import { thing } from 'kysely';\nimport { unit } from './unit.ts';\nexport const listUnits = [thing, unit];",
  'src/modules/planning/index.server.ts':
    "export { routes } from './routes.ts';\nexport { listTasks } from './task/queries.server.ts';",
  'src/modules/planning/routes.ts':
    "import { page } from './task/pages/list.tsx';\nexport const routes = [page];",
  'src/modules/planning/task/task.ts':
    "import { today } from '#platform/clock/plain-date.ts';\nimport type { Db } from '#platform/db/db.ts';\nexport type T = Db;\nexport const task = today;",
  'src/modules/planning/task/input.ts':
    "import { thing } from 'zod';\nimport { task } from './task.ts';\nexport const input = [thing, task];",
  'src/modules/planning/task/queries.server.ts':
    "import { listUnits } from '#modules/directory/index.server.ts';\nexport const listTasks = listUnits;",
  'src/modules/planning/task/pages/list.tsx':
    "import { unitLink } from '#modules/directory/links.ts';\nimport { listTasks } from '../queries.server.ts';\nexport const page = [unitLink, listTasks];",
  'src/modules/planning/plan/plan.ts': "import { task } from '../task/task.ts';\nexport const plan = task;",
  'src/modules/planning/plan/fixtures.ts':
    "import { listTasks } from '../task/queries.server.ts';\nexport const made = listTasks;",
  'src/modules/planning/task/task.test.ts':
    "import { thing } from 'vitest';\nimport { unit } from '#modules/directory/unit/unit.ts';\nexport const seen = [thing, unit];",
  'src/modules/onestop/index.server.ts': 'export const dossiers = 1;',
  'src/entry/web.ts':
    "import { routes } from '#modules/planning/index.server.ts';\nimport { thing } from 'hono';\nexport const web = [routes, thing];",
};

/** For each rule, files that break it when they are added to the clean product. */
const violations: Readonly<Record<string, Files>> = {
  'module-levels': {
    'src/modules/planning/plan/queries.server.ts':
      "import { dossiers } from '#modules/onestop/index.server.ts';\nexport const a = dossiers;",
  },
  'module-door': {
    'src/modules/planning/plan/queries.server.ts':
      "import { listUnits } from '#modules/directory/unit/queries.server.ts';\nexport const a = listUnits;",
  },
  'entry-door': {
    'src/entry/worker.ts': "import { task } from '#modules/planning/task/task.ts';\nexport const a = task;",
  },
  'platform-knows-no-module': {
    'src/platform/http/page.ts':
      "import { unitLink } from '#modules/directory/links.ts';\nexport const a = unitLink;",
  },
  'ui-knows-no-module': {
    'src/ui/unit/unit.tsx': "import type { T } from '#modules/planning/task/task.ts';\nexport type A = T;",
  },
  'only-entry-knows-all': {
    'src/modules/planning/plan/queries.server.ts':
      "import type { web } from '#entry/web.ts';\nexport type A = typeof web;",
  },
  'pure-rules-use-no-package': {
    'src/modules/planning/plan/policy.ts':
      "import { thing } from 'zod';\nimport { join } from 'node:path';\nexport const a = [thing, join];",
  },
  'pure-rules-stay-pure': {
    'src/modules/planning/plan/policy.ts':
      "import { reply } from '#platform/http/reply.ts';\nexport const a = reply;",
  },
  'input-uses-zod-only': {
    'src/modules/planning/plan/input.ts':
      "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
  },
  'sql-in-server-files': {
    'src/modules/planning/plan/pages/list.tsx': "import { thing } from 'kysely';\nexport const a = thing;",
  },
  'island-runs-in-the-browser': {
    'src/modules/planning/plan/edit.island.tsx':
      "import { listTasks } from '../task/queries.server.ts';\nexport const a = listTasks;",
  },
  'no-cycle': {
    'src/ui/a/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
    'src/ui/a/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
  },
  'no-unknown-import': {
    'src/ui/a/a.ts': "import { gone } from '#ui/gone/gone.ts';\nexport const a = gone;",
  },
  'gallery-stays-with-its-makers': {
    'src/ui/gallery/gallery.ts': 'export const gallery = 1;',
    'src/entry/a.ts': "import { gallery } from '#ui/gallery/gallery.ts';\nexport const a = gallery;",
  },
  'no-dev-package-in-product': {
    'src/ui/a/a.ts': "import { thing } from 'vitest';\nexport const a = thing;",
  },
};

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: readonly { name: string }[];
};
const trees: string[] = [];

function report(files: Files): Promise<ImportReport> {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  trees.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return importReport(root);
}

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

describe('the rules of imports', { timeout: 60_000 }, () => {
  it('let an orderly product pass, and have read every file of it', async () => {
    const { findings, read, unread } = await report(clean);
    expect(findings).toEqual([]);
    expect(unread).toEqual([]);
    expect(read).toBe(Object.keys(clean).filter((path) => path.startsWith('src/')).length);
  });

  it.each(Object.keys(violations))('refuse what breaks %s', async (rule) => {
    const broken = violations[rule] ?? {};
    const { findings } = await report({ ...clean, ...broken });
    const culprits = findings.filter((finding) => finding.rule === rule).map(({ from }) => from);
    expect(culprits.length).toBeGreaterThan(0);
    expect(Object.keys(broken)).toEqual(expect.arrayContaining(culprits));
  });

  it('are each broken by one example', () => {
    expect(new Set(forbidden.map(({ name }) => name))).toEqual(new Set(Object.keys(violations)));
  });

  it('count an empty tree as unread, not as clean', async () => {
    expect((await report(packages)).read).toBe(0);
  });
});
