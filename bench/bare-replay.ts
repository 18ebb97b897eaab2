import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { dbOn, openPool } from '#platform/db/db.ts';
import { type Recording, said, type Sent } from './replay.ts';

/** What the peer is given: by address, the statements that the product sends for the same matter. */
export interface Replay {
  readonly app: pg.PoolConfig;
  readonly recordings: Readonly<Record<string, Recording>>;
}

/**
 * The peer: a bare Hono that sends the very statements of the product through Kysely, one after another, and answers
 * with the rows of the longest as JSON; no form is read, no right asked, nothing drawn. Words of the address's query
 * stand in for those of the recording, so that each request can be about another record.
 */
process.once('message', (given) => {
  const { app: connection, recordings } = given as Replay;
  const pool = openPool(connection, console.error);
  const app = new Hono();
  app.all('/:name', async (c) => {
    const recording = recordings[c.req.param('name')];
    if (!recording) return c.notFound();
    return c.json(await send(said(recording, new Map(Object.entries(c.req.query())))));
  });
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => process.send?.(info.port));

  async function send(statements: readonly Sent[]): Promise<readonly unknown[]> {
    const client = await pool.connect();
    try {
      const db = dbOn(client);
      let most: readonly unknown[] = [];
      for (const { text, values } of statements) {
        const isOfTransaction = /^(begin|commit|rollback)/.test(text);
        const { rows } = isOfTransaction
          ? await client.query(text)
          : await db.executeQuery(CompiledQuery.raw(text, [...values]));
        if ((rows?.length ?? 0) > most.length) most = rows;
      }
      return most;
    } finally {
      client.release();
    }
  }
});
