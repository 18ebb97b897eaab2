import type pg from 'pg';
import type { Pool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';

/** One statement as it was sent, of one connection; openings and endings of transactions are among them. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a request sent to the database, and every id that it sent without having been told it: those it made itself. */
export interface Recording {
  readonly sent: readonly Sent[];
  readonly made: readonly string[];
}

type Query = string | pg.QueryConfig;

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Writes down what connections of this pool send while `work` runs. The pool must not have been used before. */
export function recorder(
  pool: Pool,
): (told: readonly string[], work: () => Promise<void>) => Promise<Recording> {
  let note: ((sent: Sent, answer: unknown) => void) | undefined;
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (query: Query, values?: unknown[]) => Promise<pg.QueryResult>;
    type Told = (error: Error | null, answer?: pg.QueryResult) => void;
    // A pool that is asked itself hands its own ear to the connection; everybody else waits for the promise.
    const noting = async (query: Query, given?: unknown[], told?: Told) => {
      const values = given ?? (typeof query === 'string' ? [] : (query.values ?? []));
      try {
        const answer = await send(query, given);
        note?.({ text: typeof query === 'string' ? query : query.text, values }, answer.rows);
        told?.(null, answer);
        return answer;
      } catch (error) {
        if (!told) throw error;
        told(error as Error);
      }
    };
    client.query = noting as typeof client.query;
  });
  return async (told, work) => {
    const known = new Set(told);
    const sent: Sent[] = [];
    const made = new Set<string>();
    note = (one, rows) => {
      for (const id of idsIn(one)) if (!known.has(id)) made.add(id);
      for (const id of idsIn(rows)) known.add(id);
      sent.push(one);
    };
    await work();
    note = undefined;
    return { sent, made: [...made] };
  };
}

/** The same statements with other words in place of some, and ids of their own in place of those that the request made. */
export function said({ sent, made }: Recording, instead: ReadonlyMap<string, string>): Sent[] {
  const words = new Map([...instead, ...made.map((id): [string, string] => [id, newId()])]);
  const change = (text: string) => words.get(text) ?? text.replaceAll(ids, (id) => words.get(id) ?? id);
  return sent.map(({ text, values }) => ({ text, values: values.map((value) => changed(value, change)) }));
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return Number(change(String(value)));
  return Array.isArray(value) ? value.map((one) => changed(one, change)) : value;
}

function idsIn(value: unknown): string[] {
  return JSON.stringify(value)?.match(ids) ?? [];
}
