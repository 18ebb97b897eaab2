import { beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { newId } from '#platform/db/id.ts';
import { type Screen, testSite, type Visitor } from '../testing.ts';
import { allRoutes, formsOf, patternOf, type Site, signedInPeople, walk } from './testing.ts';

type Commune = Awaited<ReturnType<typeof furnishedCommune>>;

let site: Site;
let home: Commune;
let away: Commune;
let people: Visitor[];

beforeAll(async () => {
  site = await testSite();
  home = await furnishedCommune(site.services);
  away = await furnishedCommune(site.services, 'việc kín của xã bên');
  people = await signedInPeople(site, home, ['focal', 'admin']);
});

/** Addresses of records; a version alone is one of what the person themselves has chosen. */
const withId = allRoutes.filter((route) => /:(?!slug|paper|token|version)/.test(route.path));

/** Every id that the pages of the other commune carry, by the pattern of the address in which it stands. */
async function idsAway(): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const strangers = await signedInPeople(site, away, ['focal', 'admin']);
  const screens = (
    await Promise.all(strangers.map((one) => walk(one, ['/tong-quan', '/quan-tri/don-vi'], 1)))
  ).flat();
  const addresses = screens.flatMap((screen) => [
    screen.address,
    ...formsOf(screen).map((form) => form.action),
    ...screen.page.querySelectorAll('a[href]').map((link) => link.getAttribute('href') ?? ''),
  ]);
  for (const address of addresses) {
    const [path = ''] = address.split(/[?#]/);
    const pattern = patternOf(path);
    // What is published is for everybody.
    if (pattern.startsWith('/xa/') || !/:(?!slug|paper|token)/.test(pattern)) continue;
    found.set(pattern, (found.get(pattern) ?? new Set()).add(path));
  }
  return found;
}

/** What an answer tells: its state and its words, without the number of the request. */
const told = (screen: Screen) => ({
  status: screen.status,
  heading: screen.heading,
  words: screen.text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'),
});

describe('a record of another commune', () => {
  it('answers as one that nobody has, on every address that its own people meet', async () => {
    const known = await idsAway();
    expect(known.size).toBeGreaterThan(15);
    const differ: string[] = [];
    for (const [pattern, paths] of known) {
      const verbs = allRoutes.filter((route) => route.path === pattern).map((route) => route.verb);
      for (const path of [...paths].slice(0, 1)) {
        const nobody = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => newId());
        for (const visitor of people) {
          for (const verb of new Set(verbs)) {
            const ask = (address: string) =>
              verb === 'get' ? visitor.get(address) : visitor.post(address, { version: '1' });
            const [theirs, none] = [told(await ask(path)), told(await ask(nobody))];
            const isSame = JSON.stringify(theirs) === JSON.stringify(none);
            if (!isSame || ![403, 404, 422].includes(theirs.status))
              differ.push(
                `${verb} ${pattern}: ${theirs.status} ${theirs.heading}, nobody’s ${none.status} ${none.heading}`,
              );
          }
        }
      }
    }
    expect(differ).toEqual([]);
  });

  it('is not named by any page, file or filter of ours', async () => {
    const ids = [away.planId, away.draftId, ...away.taskIds, ...away.units.values()];
    const seen: string[] = [];
    for (const visitor of people) {
      for (const screen of await walk(visitor, ['/tong-quan', '/quan-tri/can-bo'], 1)) {
        if (screen.address.startsWith('/xa/')) continue;
        if (ids.some((id) => screen.body.includes(id)) || screen.body.includes('việc kín'))
          seen.push(screen.address);
      }
      for (const id of ids) {
        for (const filter of ['ke-hoach', 'don-vi', 'nguon']) {
          const list = await visitor.get(`/nhiem-vu?${filter}=${id}`);
          if (list.body.includes('việc kín')) seen.push(list.address);
        }
      }
    }
    expect(seen).toEqual([]);
  });
});

describe('ids', () => {
  it('are never counted up: every address with one takes a long random one only', async () => {
    for (const visitor of people) {
      for (const { path, verb } of withId) {
        for (const guess of ['1', '-1', '00000000-0000-0000-0000-000000000001']) {
          const address = path.replaceAll(/:\w+/g, guess);
          const { status } =
            verb === 'get' ? await visitor.get(address) : await visitor.post(address, { version: '1' });
          expect([403, 404, 422], `${verb} ${address} ${status}`).toContain(status);
        }
      }
    }
  });

  it('that are typed in capitals or with blanks open nothing that is hidden', async () => {
    const [visitor] = people;
    for (const id of [
      away.planId.toUpperCase(),
      `${away.planId}%20`,
      `%7B${away.planId}%7D`,
      `urn:uuid:${away.planId}`,
    ]) {
      expect((await visitor?.get(`/ke-hoach/${id}`))?.status).toBe(404);
    }
  });
});
