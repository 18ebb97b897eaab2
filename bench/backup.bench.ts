/**
 * `./sauro backup` of a gigabyte of papers while sixteen people ask for pages of the running product: the time of the
 * whole command against its bar of 60 s, and the pages meanwhile against the pages before. Fails when the backup takes
 * longer, or a page is refused. `BENCH_MEGABYTES` makes it shorter.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoPassword } from '../src/entry/demo/people.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { newId } from '#platform/db/id.ts';
import { freePort } from '#platform/http/free-port.ts';
import { type BundledServer, connectionFor } from '#platform/postgres/connection.ts';
import { load, said } from './load.ts';
import { signIn } from './place.ts';

const barSeconds = 60;
const megabytes = Number(process.env.BENCH_MEGABYTES ?? 1_024);
const paperMegabytes = 2;

const data = mkdtempSync(join(tmpdir(), 'sauro-backup-'));
chmodSync(data, 0o711);
const port = await freePort();
const env = { ...process.env, SAURO_DATA: data, PORT: String(port), LOG_LEVEL: 'error', DATABASE_URL: '' };
const product = run(['start']);
try {
  await answers(product);
  await fill();
  const cookie = await signIn(port, 'dongky.daumoi', demoPassword);
  const urls = [`http://127.0.0.1:${port}/nhiem-vu`];
  await load(urls, { cookie }, 2);
  console.log(`pages before: ${said(await load(urls, { cookie }, 5))}`);
  const begun = performance.now();
  const file = join(data, 'copy.sauro');
  const backup = run(['backup', file]);
  const ended = once(backup, 'exit');
  console.log(`pages during the backup: ${said(await load(urls, { cookie }, 10))}`);
  const [code] = (await ended) as [number];
  const seconds = (performance.now() - begun) / 1_000;
  if (code !== 0) throw new Error(`the backup ended with ${code}`);
  const size = statSync(file).size / 1024 / 1024;
  console.log(
    `backup of ${megabytes} MB of papers: ${seconds.toFixed(1)} s, a file of ${size.toFixed(0)} MB (bar ${barSeconds} s)`,
  );
  if (seconds > barSeconds) process.exitCode = 1;
} finally {
  const ended = once(product, 'exit');
  product.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

function run(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(productRoot, 'scripts', 'sauro.mjs'), ...args], {
    env,
    stdio: 'ignore',
  });
}

async function answers(child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the product ended instead of answering');
}

/** Papers that no packing makes smaller, in the first office there is. */
async function fill(): Promise<void> {
  const server: BundledServer = {
    kind: 'bundled',
    host: join(data, 'socket'),
    port: 5432,
    database: 'sauro',
  };
  const client = new pg.Client(connectionFor(server, 'migrator'));
  await client.connect();
  try {
    await fillBy(client);
  } finally {
    await client.end();
  }
}

async function fillBy(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from directory.tenant where parent_id is not null order by id limit 1`,
  );
  for (let filled = 0; filled < megabytes; filled += paperMegabytes) {
    const draft = [rows[0]?.id, newId<'plan-draft'>()];
    await client.query(
      `insert into planning.plan_draft (tenant_id, id, file_name, file_size, file_sha256, state, refusal_code, created_by_name, created_at)
       values ($1, $2, 'scan.pdf', $3, sha256('scan'), 'refused', 'scanned', 'bench', now())`,
      [...draft, paperMegabytes * 1024 * 1024],
    );
    await client.query(
      'insert into planning.plan_draft_file (tenant_id, draft_id, content) values ($1, $2, $3)',
      [...draft, randomBytes(paperMegabytes * 1024 * 1024)],
    );
  }
  await client.end();
}
