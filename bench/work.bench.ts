/**
 * A commune's work: 20,000 tasks with 200,000 events. The list with three filters, one task, and one transition (handing
 * in, withdrawing), by the API and by its pages, each against a bare Hono that sends the very same statements through
 * Kysely and answers with what came back: both in a process of their own, sixteen people, interleaved rounds, median
 * ratio of time. Fails where the API, which answers with the same kind of words, takes more than twice as long as its
 * peer; the pages, which draw a hundred kilobytes for people, are told beside it. `BENCH_ROWS` and `BENCH_SECONDS` make
 * it shorter.
 */
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { taskLink, tasksLink } from '#modules/planning/links.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { openPool } from '#platform/db/db.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { buildApp } from '../src/entry/app.ts';
import { wholeApp } from '../src/entry/testing-app.ts';
import type { Replay } from './bare-replay.ts';
import { load } from './load.ts';
import { median } from './median.ts';
import { signIn, withPlace } from './place.ts';
import { type Recording, recorder } from './replay.ts';

const rowCount = Number(process.env.BENCH_ROWS ?? 20_000);
const eventsPerTask = 10;
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = 5;
const people = 16;
const turns = 10;
const bar = 2;
/** Versions of planted tasks: numbers that stand for nothing else in what is sent. */
const firstVersion = 700_001;

const handedIn = { text: 'Báo cáo kết quả rà soát số 15/BC-UBND', exception: 'Bản giấy' };

const formDeeds = {
  deed: (id: string, version: number, deed: Deed): Sending => ({
    path: taskLink(id, deed === 'submit' ? 'nop' : 'rut-lai'),
    init: {
      method: 'POST',
      body: new URLSearchParams({ version: String(version), ...(deed === 'submit' && handedIn) }),
    },
  }),
};

const apiDeeds = {
  deed: (id: string, version: number, deed: Deed): Sending => ({
    path: `/api/v1/tasks/${id}/${deed}`,
    init: {
      method: 'POST',
      body: JSON.stringify(deed === 'submit' ? handedIn : {}),
      headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    },
  }),
};

const deeds = ['submit', 'withdraw'] as const;
type Deed = (typeof deeds)[number];

/** How somebody asks: who they are, and how a deed is sent. */
interface Way {
  readonly headers: Record<string, string>;
  deed(id: string, version: number, deed: Deed): Sending;
}

interface Sending {
  readonly path: string;
  readonly init: {
    readonly method: 'POST';
    readonly body: string | URLSearchParams;
    readonly headers?: Record<string, string>;
  };
}

await withPlace(async ({ services, migrator, home, app, start }) => {
  const focal = home.signIn('focal');
  const ids = await plant();
  const ourPort = await start('app-server.ts', app);
  const ours = `http://127.0.0.1:${ourPort}`;
  const cookie = await signIn(ourPort, focal);
  const token = await testToken(services, home, focal, ['read', 'planning.task']);
  const byPage: Way = { headers: { cookie, origin: ours }, ...formDeeds };
  const byApi: Way = { headers: { authorization: `Bearer ${token}` }, ...apiDeeds };
  const unit = [...home.units.values()][0] ?? '';
  const filters = { 'don-vi': unit, 'trang-thai': 'open', 'ngay-han.ky': 'nam-nay', xep: '-han' };
  const asked = new URLSearchParams({ leadUnit: unit, state: 'open', due: 'later', limit: '50' });
  const readings = {
    'list, API': { way: byApi, path: `/api/v1/tasks?${asked}` },
    'task, API': { way: byApi, path: `/api/v1/tasks/${ids[0]}` },
    'list, page': { way: byPage, path: tasksLink(filters) },
    'task, page': { way: byPage, path: taskLink(ids[0] ?? '') },
  };
  const writings = { 'transition, API': byApi, 'transition, page': byPage };
  const recordings = await record();
  const barePort = await start('bare-replay.ts', { app, recordings } satisfies Replay);
  const bare = (name: string) => `http://127.0.0.1:${barePort}/${encodeURIComponent(name)}`;

  for (const [name, { way, path }] of Object.entries(readings)) {
    const ratios: number[] = [];
    await load([ours + path], way.headers, 2);
    await load([bare(name)], {}, 2);
    for (let round = 0; round < rounds; round += 1) {
      const peer = await load([bare(name)], {}, seconds);
      const mine = await load([ours + path], way.headers, seconds);
      ratios.push(peer.perSecond / mine.perSecond);
      if (round === 0) console.log(`${name}: ours p50 ${mine.p50} ms, peer p50 ${peer.p50} ms`);
    }
    judge(name, ratios);
  }

  const versions = new Map(ids.slice(0, 3 * people).map((id): [string, number] => [id, firstVersion]));
  for (const [at, [name, way]] of Object.entries(writings).entries()) {
    const mine = ids.slice((at + 1) * people, (at + 2) * people);
    const theirs = ids.slice(0, people);
    const ratios: number[] = [];
    for (let round = -2; round < rounds * 4; round += 1) {
      const peer = await together(theirs, (id, version, deed) => {
        const instead = new URLSearchParams({
          [ids[0] ?? '']: id,
          [String(firstVersion)]: String(version),
          [String(firstVersion + 1)]: String(version + 1),
          [String(firstVersion + 2)]: String(version + 1),
        });
        return fetch(`${bare(`${name}, ${deed}`)}?${instead}`, { method: 'POST' });
      });
      const took = await together(mine, (id, version, deed) => {
        const { path, init } = way.deed(id, version, deed);
        return fetch(ours + path, {
          ...init,
          redirect: 'manual',
          headers: { ...way.headers, ...init.headers },
        });
      });
      if (round >= 0) ratios.push(took / peer);
      if (round === 0) console.log(`${name}: ours ${took.toFixed(1)} ms, peer ${peer.toFixed(1)} ms`);
    }
    judge(name, ratios);
  }
  await bothDidAll();

  async function plant(): Promise<string[]> {
    const places = [...home.units.values()];
    const today = systemClock.today();
    const planted = await home.as(focal, 'write', (ctx) =>
      plantTasks(
        ctx,
        Array.from({ length: rowCount }, (_, n) => ({
          title: `Rà soát thủ tục hành chính thuộc phạm vi quản lý, đợt ${n}`,
          product: 'Báo cáo kết quả rà soát, đánh giá thủ tục hành chính',
          leadUnitId: places[n % places.length] ?? null,
          stage: 'in-progress' as const,
          // Out of step with the units, so that each of them has tasks of every day, and on any day some that come later.
          dueOn: addDays(today, (Math.floor(n / places.length) % 365) - 180),
        })),
      ),
    );
    await migrator.query('update planning.task set version = $1', [firstVersion]);
    await migrator.query(
      `insert into planning.task_event (tenant_id, at, id, task_id, kind, actor_name)
       select t.tenant_id, now() - n * interval '1 day', gen_random_uuid(), t.id, 'amended', 'Nguyễn Văn A (thử)'
       from planning.task t, generate_series(1, $1::int) n`,
      [eventsPerTask],
    );
    await migrator.query('vacuum analyze');
    return planted.ids;
  }

  /** What the product sends for each matter, taken down once from the same application in this process. */
  async function record(): Promise<Record<string, Recording>> {
    const pool = openPool(app, console.error);
    const take = recorder(pool);
    const here = buildApp(await wholeApp(quietServices(pool)));
    const known = [...ids, home.tenant.id, ...home.units.values()];
    const ask = (way: Way, path: string, init?: Sending['init']) => async () => {
      const headers = {
        ...way.headers,
        ...init?.headers,
        ...(way === byPage && { origin: 'http://localhost' }),
      };
      const answer = await here.request(`http://localhost${path}`, { ...init, headers });
      if (answer.status >= 400) throw new Error(`${path} was answered ${answer.status}`);
      await answer.text();
    };
    const taken: Record<string, Recording> = {};
    for (const [name, { way, path }] of Object.entries(readings)) {
      // Once before, so that what a process asks only once is not among it.
      await ask(way, path)();
      taken[name] = await take(known, ask(way, path));
    }
    for (const [name, way] of Object.entries(writings)) {
      for (const [at, deed] of deeds.entries()) {
        const { path, init } = way.deed(ids[0] ?? '', firstVersion + at, deed);
        taken[`${name}, ${deed}`] = await take(known, ask(way, path, init));
      }
      await migrator.query('update planning.task set version = $1 where id = $2', [firstVersion, ids[0]]);
    }
    await pool.end();
    return taken;
  }

  /** Milliseconds in which sixteen people do some deeds each, one after another. */
  async function together(
    tasks: readonly string[],
    send: (id: string, version: number, deed: Deed) => Promise<Response>,
  ): Promise<number> {
    const from = performance.now();
    await Promise.all(
      tasks.map(async (id) => {
        for (let turn = 0; turn < turns; turn += 1) {
          const version = versions.get(id) ?? 0;
          const answer = await send(id, version, deeds[(version - firstVersion) % 2] ?? 'submit');
          await answer.arrayBuffer();
          if (answer.status >= 400) throw new Error(`a transition was answered ${answer.status}`);
          versions.set(id, version + 1);
        }
      }),
    );
    return performance.now() - from;
  }

  /** Both sides must have written the same: neither may be quick by doing nothing. */
  async function bothDidAll(): Promise<void> {
    const { rows } = await migrator.query<{ id: string; version: number; events: number }>(
      `select t.id, t.version, (select count(*)::int from planning.task_event e
         where e.tenant_id = t.tenant_id and e.task_id = t.id and e.kind in ('submitted', 'withdrawn')) as events
       from planning.task t where t.id = any($1::uuid[])`,
      [[...versions.keys()]],
    );
    for (const { id, version, events } of rows) {
      const done = (versions.get(id) ?? 0) - firstVersion;
      const recorded = id === ids[0] ? 2 * Object.keys(writings).length : 0;
      if (version !== firstVersion + done || events !== done + recorded)
        throw new Error(`task ${id}: version ${version}, ${events} events after ${done} deeds`);
    }
  }
});

/** Prints a median ratio of time; one of the API above the bar ends the bench with a fault. */
function judge(name: string, ratios: readonly number[]): void {
  const ratio = median(ratios);
  const isJudged = name.endsWith('API');
  const verdict = isJudged ? (ratio <= bar ? 'holds ' : 'MISSED') : 'told  ';
  console.log(
    `${verdict}  ${name}: ${ratio.toFixed(2)} times the bare handler (bar ${isJudged ? bar : 'none'})`,
  );
  if (isJudged && ratio > bar) process.exitCode = 1;
}
