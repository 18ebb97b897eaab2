import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { sealName, tableOfPart } from './archive-format.ts';
import { columnList, copyOut, qualified } from './copied-text.server.ts';
import { type ArchiveEntry, type CheckedArchive, damaged, readEntries } from './read-archive.ts';
import { refuse } from './refuse.ts';

/**
 * Fills the tables of a schema that was just made, within the caller's transaction, and reads every table out again:
 * it must give back the very bytes that the backup holds. Links between tables and triggers rest meanwhile; putting
 * the links back checks them.
 */
export async function loadTables(client: pg.Client, archive: CheckedArchive): Promise<void> {
  const { tables } = archive.about;
  const names = tables.map(({ name }) => name);
  if (names.length === 0) return;
  const restore = await restLinks(client);
  await client.query(`truncate ${names.map(qualified).join(', ')}`);
  const parts = new PartReader(readEntries(archive.path));
  for (const { name, columns } of tables) {
    const into = client.query(copyFrom(`copy ${qualified(name)} ${columnList(columns)} from stdin`));
    await pipeline(Readable.from(parts.of(name), { objectMode: false }), into);
  }
  await parts.end(archive.path);
  for (const statement of restore) await client.query(statement);
  for (const table of tables) {
    const sealed = archive.seal.tables.find(({ name }) => name === table.name);
    const { rows, sha256 } = await copyOut(client, table, () => undefined);
    if (sealed?.rows !== rows || sealed.sha256 !== sha256)
      throw refuse('not-the-same', (t) => t.notTheSame(table.name));
  }
  for (const { name, lastValue } of archive.about.sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [qualified(name), lastValue]);
}

/** Takes away foreign keys and silences triggers. @returns the statements that bring both back */
async function restLinks(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select k.conrelid::regclass::text as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and k.conparentid = 0 and pg_get_userbyid(c.relowner) = current_user`,
  );
  const { rows: triggers } = await client.query<{ table: string; name: string; mode: string }>(
    `select t.tgrelid::regclass::text as table, t.tgname as name,
            case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end as mode
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled <> 'D' and pg_get_userbyid(c.relowner) = current_user`,
  );
  const name = pg.escapeIdentifier;
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${name(key.name)}`);
  for (const one of triggers)
    await client.query(`alter table ${one.table} disable trigger ${name(one.name)}`);
  return [
    ...keys.map((key) => `alter table ${key.table} add constraint ${name(key.name)} ${key.definition}`),
    ...triggers.map((one) => `alter table ${one.table} ${one.mode} trigger ${name(one.name)}`),
  ];
}

/** Gives the parts of one table after the other, in the order in which they were written. */
class PartReader {
  readonly #entries: AsyncGenerator<ArchiveEntry, void>;
  #next: ArchiveEntry | undefined;

  constructor(entries: AsyncGenerator<ArchiveEntry, void>) {
    this.#entries = entries;
  }

  async *of(table: string): AsyncGenerator<Buffer> {
    for (let part = await this.#peek(); part; part = await this.#peek()) {
      const owner = tableOfPart(part.name);
      if (owner !== undefined && owner !== table) return;
      if (part.name === sealName) return;
      this.#next = undefined;
      if (owner === table) yield part.content;
    }
  }

  /** Nothing but the seal may be left: a file that was exchanged after it was checked is refused. */
  async end(path: string): Promise<void> {
    const last = await this.#peek();
    await this.#entries.return(undefined);
    if (last?.name !== sealName) throw damaged(path);
  }

  async #peek(): Promise<ArchiveEntry | undefined> {
    if (!this.#next) {
      const step = await this.#entries.next();
      this.#next = step.done ? undefined : step.value;
    }
    return this.#next;
  }
}
