import { beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { type Screen, testSite, type Visitor } from '../testing.ts';
import { formsOf, patternOf, type Site, signedInPeople, walk } from './testing.ts';

/** Each would change what a statement says, if a statement were put together of words. */
const payloads = [
  `'`,
  `' or '1'='1`,
  `' or 1=1 --`,
  `") or 1=1 --`,
  `1; select pg_sleep(3) --`,
  `'||(select pg_sleep(3))||'`,
  `' union select null,password_hash from directory.account --`,
  `\\`,
  `\\'`,
  `%' escape '`,
  `$1`,
  `:x ? @p1 {0}`,
  `desc, (select 1)`,
  `title; drop table planning.task`,
  `id desc nulls last`,
  `{"$gt":""}`,
  `eyJpZCI6IicgT1IgMT0xIn0`,
  `\u0000`,
  `ʼ or ʼ1ʼ=ʼ1`,
] as const;

/** Asking for this list adds to it, and it shows what was asked before; where one picks, nothing is shown until one types. */
const grows = /^\/nhat-ky\b|\/cho-nhiem-vu$/;

let site: Site;
let home: Awaited<ReturnType<typeof furnishedCommune>>;
let lists: { visitor: Visitor; address: string; names: readonly string[]; plain: Screen }[];

beforeAll(async () => {
  site = await testSite();
  home = await furnishedCommune(site.services);
  const people = await signedInPeople(site, home, ['focal', 'admin']);
  const visitors = [...people, site.visitor()];
  lists = [];
  for (const visitor of visitors) {
    const from =
      visitor === visitors.at(-1) ? ['/', `/xa/${home.tenant.slug}`] : ['/tong-quan', '/quan-tri/can-bo'];
    const screens = await walk(visitor, from, 1);
    lists.push(...listsOf(visitor, screens));
  }
});

/** Pages that take parameters, with every parameter that any link or form to them carries. */
function listsOf(visitor: Visitor, screens: readonly Screen[]) {
  const names = new Map<string, Set<string>>();
  const note = (address: string, more: readonly string[]) => {
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    const known = names.get(pathname) ?? new Set();
    for (const name of [...searchParams.keys(), ...more]) known.add(name);
    names.set(pathname, known);
  };
  for (const screen of screens) {
    note(screen.address, []);
    for (const form of formsOf(screen)) {
      if (form.method === 'get')
        note(
          form.action,
          form.fields.map((field) => field.name),
        );
    }
  }
  const plain = new Map(screens.map((screen) => [screen.address, screen]));
  const patterns = new Set<string>();
  return [...names].flatMap(([address, found]) => {
    const screen = plain.get(address);
    if (patterns.has(patternOf(address))) return [];
    patterns.add(patternOf(address));
    return screen && found.size > 0 ? [{ visitor, address, names: [...found], plain: screen }] : [];
  });
}

/** What only a fault of a statement would write; a random token of a page may hold `pg_` and any letters. */
const tellsOfStatements = /syntax error|\bpg_(?:sleep|catalog|stat|class|type)|SQLSTATE|kysely|argon2id/i;

/** How many records a page shows, without the history at its end, which tells of each look at personal data. */
const rowsOf = (screen: Screen) =>
  screen.page.querySelectorAll('tbody tr').filter((row) => !row.closest('#audit')).length;

describe('a statement', () => {
  it('is known to stand behind many filters', () => {
    expect(lists.length).toBeGreaterThan(6);
    expect(lists.flatMap((list) => list.names).length).toBeGreaterThan(25);
  });

  it('is not changed by what stands in any filter, sort or page number', async () => {
    const odd: string[] = [];
    const ask = async (
      { visitor, address, plain }: (typeof lists)[number],
      query: Record<string, string>,
    ) => {
      const screen = await visitor.get(`${address}?${new URLSearchParams(query)}`);
      const tells = tellsOfStatements.exec(screen.body)?.[0];
      const asked = grows.test(address) ? payloads : Object.values(query);
      const told = tells && !asked.join().includes(tells) ? tells : '';
      if (
        ![200, 404, 422].includes(screen.status) ||
        told ||
        (!grows.test(address) && rowsOf(screen) > rowsOf(plain))
      ) {
        odd.push(`${address} ${JSON.stringify(query)}: ${screen.status} ${told} ${rowsOf(screen)} rows`);
      }
    };
    for (const list of lists) {
      for (const payload of payloads)
        await ask(list, Object.fromEntries(list.names.map((name) => [name, payload])));
      for (const name of list.names)
        for (const payload of payloads.slice(0, 3)) await ask(list, { [name]: payload });
    }
    expect(odd).toEqual([]);
  });

  it('does not wait because a filter says so', async () => {
    const { rows } = await site.services.migrator.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where query like '%pg_sleep(3)%' and pid <> pg_backend_pid() and query not like '%pg_stat_activity%'`,
    );
    expect(rows[0]?.n).toBe(0);
    expect((await site.services.migrator.query(`select to_regclass('planning.task') as there`)).rows).toEqual(
      [{ there: 'planning.task' }],
    );
  });

  it('shows no more by signs that stand for any text', async () => {
    for (const { visitor, address, names } of lists) {
      const search = names.find((name) => name === 'tim' || name === 'q');
      if (!search) continue;
      const shown = async (text: string) =>
        rowsOf(await visitor.get(`${address}?${new URLSearchParams({ [search]: text })}`));
      expect([address, await shown('%z%q%')]).toEqual([address, await shown('zzqqzz')]);
      expect([address, await shown('_________________________________z')]).toEqual([
        address,
        await shown('zzqqzz'),
      ]);
    }
  });
});
