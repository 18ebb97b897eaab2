import { sql, type SqlBool } from 'kysely';
import type { Db, ReadDb } from '#platform/db/db.ts';

/** A column whose foreign key says that it may name a content. */
interface NamingColumn {
  readonly table: string;
  readonly column: string;
}

/**
 * Where contents are named. The database itself is asked, so that no table that names contents can be forgotten when
 * they are removed.
 */
async function listNamingColumns(db: ReadDb): Promise<NamingColumn[]> {
  const { rows } = await sql<NamingColumn>`
    select n.nspname || '.' || r.relname as "table", a.attname as "column"
    from pg_constraint c
    join pg_class r on r.oid = c.conrelid
    join pg_namespace n on n.oid = r.relnamespace
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = 'platform.file_content'::regclass
    order by 1, 2`.execute(db);
  return rows;
}

/** Contents that no row names and that nobody has sent since a moment, oldest first; a few of them. */
export async function listUnnamed(
  db: ReadDb,
  tenantId: string,
  before: Date,
  most: number,
): Promise<string[]> {
  const columns = await listNamingColumns(db);
  const { rows } = await sql<{ id: string }>`
    select f.id from platform.file_content f
    where f.tenant_id = ${tenantId} and f.last_kept_at < ${before} and ${isUnnamed(tenantId, columns)}
    order by f.last_kept_at, f.id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of these hashes, those of which no row tells. */
export async function listUntold(db: ReadDb, tenantId: string, hashes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.file_content')
    .select('sha256')
    .where('tenant_id', '=', tenantId)
    .where(
      'sha256',
      'in',
      hashes.map((sha256) => Buffer.from(sha256, 'hex')),
    )
    .execute();
  const told = new Set(rows.map(({ sha256 }) => sha256.toString('hex')));
  return hashes.filter((sha256) => !told.has(sha256));
}

/**
 * Takes the row of a content away if it is still unnamed and old, and gives its hash: until the transaction ends, who
 * wants to keep the same content waits.
 */
export async function takeUnnamed(
  db: Db,
  tenantId: string,
  contentId: string,
  before: Date,
): Promise<string | undefined> {
  const columns = await listNamingColumns(db);
  const { rows } = await sql<{ sha256: Buffer }>`
    delete from platform.file_content f
    where f.tenant_id = ${tenantId} and f.id = ${contentId} and f.last_kept_at < ${before}
      and ${isUnnamed(tenantId, columns)}
    returning f.sha256`.execute(db);
  return rows[0]?.sha256.toString('hex');
}

function isUnnamed(tenantId: string, columns: readonly NamingColumn[]) {
  const conditions = columns.map(
    ({ table, column }) => sql<SqlBool>`not exists (
      select from ${sql.table(table)} r where r.tenant_id = ${tenantId} and r.${sql.ref(column)} = f.id)`,
  );
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}
