import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { draftLink, draftsLink, plansLink, tasksLink } from '#modules/planning/links.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import { type CheckedArchive, checkArchive } from '#platform/backup/read-archive.ts';
import { restoreBackup } from '#platform/backup/restore.server.ts';
import { migrate, migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import { servicesOn } from '#platform/db/testing.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';
import { routes } from '../modules.ts';
import { siteOn } from '../testing.ts';
import { auditFindings } from './doctor/audit.server.ts';

/** The demo as the release with migration 0023 left it, with one plan under review: all later steps come at once. */
const older = fileURLToPath(new URL('./upgrade-0023.fixtures.tar.gz', import.meta.url));
const underReview = '0198c000-0000-7000-8000-000000000001';
const password = 'sauro-demo';

let archive: CheckedArchive;
let site: Awaited<ReturnType<typeof siteOn>>;
let applied: string[];

beforeAll(async () => {
  archive = await checkArchive(older);
  const server = await emptyDatabase(inject('testServer'), `upgrade_${randomUUID().replaceAll('-', '')}`);
  await restoreBackup(connectionFor(server, 'migrator'), archive, { replace: false });
  ({ applied } = await migrate(connectionFor(server, 'migrator'), migrationsFolder));
  site = await siteOn(servicesOn(server));
});

async function count(table: string, where = 'true'): Promise<number | undefined> {
  const query = `select count(*)::int as count from ${table} where ${where}`;
  const { rows } = await site.services.migrator.query<{ count: number }>(query);
  return rows[0]?.count;
}

function before(table: string): number | undefined {
  return archive.seal.tables.find(({ name }) => name === table)?.rows;
}

describe('an upgrade from an older schema with data', () => {
  it('applies every later migration at once, and none twice', async () => {
    const had = archive.about.migrations.map(({ name }) => name);
    expect(had.at(-1)).toBe('0023_planning_publish-views.sql');
    expect([...had, ...applied].sort()).toEqual(await migrationFiles(migrationsFolder));
    const { server } = site.services;
    expect((await migrate(connectionFor(server, 'migrator'), migrationsFolder)).applied).toEqual([]);
  });

  it.each([
    ['directory.tenant', 'directory.tenant'],
    ['directory.officer', 'directory.officer'],
    ['directory.account', 'directory.account'],
    ['planning.plan', 'planning.plan'],
    ['planning.task', 'planning.task'],
    ['planning.task_event', 'planning.task_event'],
    ['planning.target', 'planning.target'],
    ['planning.plan_import', 'planning.plan_draft'],
    ['planning.plan_import_row', 'planning.plan_draft_row'],
    ['planning.plan_import_file', 'planning.plan_draft_file'],
  ])('keeps every row of %s', async (then, now) => {
    expect(before(then)).toBeGreaterThan(0);
    expect(await count(now)).toBe(before(then));
  });

  it('keeps every audit line, and seals those that were written before there was a chain', async () => {
    const lines = await count('platform.audit_line', 'stored_at is null');
    expect(lines).toBe(before('platform.audit_line'));
    expect(lines).toBeGreaterThan(0);
    expect(await sealAuditLines(site.services.migrator)).toBeGreaterThanOrEqual(lines ?? 0);
    const findings = await auditFindings(site.services.migrator);
    expect(findings.map(({ verdict }) => verdict)).toEqual(['good']);
  });

  it('keeps what people had begun: a plan under review is a draft with all its rows', async () => {
    expect(await count('planning.plan_draft', `id = '${underReview}' and state = 'draft'`)).toBe(1);
    expect(await count('planning.plan_draft_row', `draft_id = '${underReview}'`)).toBe(60);
    const visitor = site.visitor();
    await visitor.signIn('anlao.daumoi', password);
    const draft = await visitor.get(draftLink(underReview));
    expect(draft.status).toBe(200);
    expect(draft.text).toContain('An Lão');
  });

  it('opens the pages of the staff as before', async () => {
    const visitor = site.visitor();
    await visitor.signIn('dongky.daumoi', password);
    const pages = routes.filter(({ verb, path }) => verb === 'get' && !path.includes(':'));
    const few = pLimit(8);
    const opened = await Promise.all(pages.map(({ path }) => few(() => visitor.get(path))));
    for (const { address, status } of opened)
      expect([address, [200, 403].includes(status) || status]).toEqual([address, true]);
    for (const area of ['/tong-quan', tasksLink(), plansLink, draftsLink])
      expect(opened.find(({ address }) => address === area)?.status).toBe(200);
  });

  it('gives the rights that are new to those who need them', async () => {
    const visitor = site.visitor();
    await visitor.signIn('dongky.quantri', password);
    expect((await visitor.get('/he-thong')).status).toBe(200);
  });
});

describe('a program that is older than the database', () => {
  it('does not touch it', async () => {
    const { migrator, server } = site.services;
    await migrator.query(
      "insert into migration.applied (name, sha256) values ('9999_voice_make-it.sql', 'x')",
    );
    await expect(migrate(connectionFor(server, 'migrator'), migrationsFolder)).rejects.toMatchObject({
      name: 'SchemaNewer',
    });
  });
});
