import { beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { type Screen, testSite, type Visitor } from '../testing.ts';
import {
  allRoutes,
  filledIn,
  formsOf,
  patternOf,
  type ShownForm,
  type Site,
  signedInPeople,
  walk,
} from './testing.ts';

/** Each breaks out of another place: text, a value in either quote, a script, a comment, a title, an address. */
const payloads = [
  `<q7x onload=q7x()>`,
  `" q7x="1`,
  `' q7x='1`,
  `</textarea></title></script></style><q7x>`,
  `--><q7x><!--`,
  `javascript:q7x()`,
  `\u202e&lt;q7x&gt;&#60;q7x&#62;`,
] as const;
const everything = payloads.join(' ');

let site: Site;
let home: Awaited<ReturnType<typeof furnishedCommune>>;
let people: Visitor[];
let screens: Screen[];

beforeAll(async () => {
  site = await testSite();
  home = await furnishedCommune(site.services, everything);
  people = await signedInPeople(site, home, ['focal', 'admin']);
  screens = (
    await Promise.all(
      people.map((person) => walk(person, ['/tong-quan', '/tai-khoan', '/quan-tri/dang-nhap'], 1)),
    )
  ).flat();
});

/** What of a page is no longer text: an element or attribute of ours, or a link that runs something. */
function injected(body: string, page: Screen['page']): string[] {
  const raw = [/<q7x/i, /"\s+q7x=/i].filter((sign) => sign.test(body)).map(String);
  const parsed = page
    .querySelectorAll('*')
    .filter(
      (one) =>
        one.rawTagName.toLowerCase() === 'q7x' ||
        Object.keys(one.attributes).some((name) => /^(?:q7x|on)/i.test(name)),
    )
    .map((one) => one.outerHTML.slice(0, 80));
  const links = page
    .querySelectorAll('[href],[src],[action],[formaction]')
    .flatMap((one) => ['href', 'src', 'action', 'formaction'].map((name) => one.getAttribute(name) ?? ''))
    .filter((to) => /^\s*(?:javascript|data:text|vbscript)/i.test(to));
  return [...raw, ...parsed, ...links];
}

const isPage = (screen: Screen) => /text\/html/.test(screen.headers.get('content-type') ?? '');

const wounds = (screen: Screen) =>
  isPage(screen)
    ? injected(screen.body, screen.page).map((what) => `${patternOf(screen.address)}: ${what}`)
    : [];

describe('a script', () => {
  it('that stands in a plan and its tasks is text on every page', () => {
    expect(screens.length).toBeGreaterThan(30);
    expect(screens.filter((screen) => screen.body.includes('q7x')).length).toBeGreaterThan(5);
    expect(screens.flatMap(wounds)).toEqual([]);
  });

  it('in any parameter of any address is text, or nothing', async () => {
    const names = new Set([
      've',
      'next',
      'return',
      'tim',
      'xep',
      'trang',
      'q',
      'error',
      'code',
      'state',
      'x"><q7x>',
      ...screens.flatMap((screen) =>
        formsOf(screen).flatMap((form) => form.fields.map((field) => field.name)),
      ),
    ]);
    const query = new URLSearchParams([...names].map((name) => [name, everything])).toString();
    const found: string[] = [];
    for (const { path } of allRoutes.filter((route) => route.verb === 'get')) {
      const address = path.replaceAll(/:\w+/g, (part) =>
        part === ':slug'
          ? home.tenant.slug
          : path.startsWith('/du-thao')
            ? home.draftId
            : path.startsWith('/ke-hoach')
              ? home.planId
              : (home.taskIds[0] ?? ''),
      );
      for (const person of people) {
        const screen = await person.get(`${address}?${query}`);
        found.push(...wounds(screen));
        expect(screen.status, `get ${path}`).toBeLessThan(500);
      }
    }
    expect(found).toEqual([]);
  });

  it('in the path itself is text on the page that finds nothing', async () => {
    for (const payload of payloads) {
      const screen = await site.visitor().get(`/${encodeURIComponent(payload)}`);
      expect(wounds(screen)).toEqual([]);
    }
  });

  it('typed into every text field of every form is text when it comes back, and on every page that shows it', async () => {
    const forms = new Map<string, { form: ShownForm; person: Visitor }>();
    for (const person of people) {
      for (const screen of await walk(
        person,
        ['/tong-quan', '/tai-khoan', '/quan-tri/don-vi', '/quan-tri/dang-nhap'],
        1,
      )) {
        for (const form of formsOf(screen)) {
          const key = `${form.method} ${form.pattern} ${form.fields.map((field) => field.name).join()}`;
          if (form.fields.some((field) => field.isText) && !forms.has(key)) forms.set(key, { form, person });
        }
      }
    }
    expect(forms.size).toBeGreaterThan(10);
    const found: string[] = [];
    for (const { form, person } of forms.values()) {
      if (/dang-xuat|dang-nhap$/.test(form.pattern)) continue;
      const texts = /mat-khau|xac-nhan/.test(form.pattern) ? [] : [everything, `${payloads[1]}@x.vn`];
      for (const text of texts) {
        const values = filledIn(form, () => text);
        const screen =
          form.method === 'post'
            ? await person.post(form.action, values)
            : await person.get(`${form.action.split('?')[0]}?${new URLSearchParams(values)}`);
        expect(screen.status, `${form.method} ${form.action}`).toBeLessThan(500);
        found.push(...wounds(screen));
      }
    }
    const after = await Promise.all(
      people.map((person) => walk(person, ['/tong-quan', '/tai-khoan', '/quan-tri/don-vi'], 1)),
    );
    const visitor = await walk(site.visitor(), ['/', `/xa/${home.tenant.slug}`], 2);
    found.push(...[...after.flat(), ...visitor].flatMap(wounds));
    expect(found).toEqual([]);
  });

  it('in a cookie of ours is text or nothing', async () => {
    const flash = Buffer.from(
      JSON.stringify({ tone: 'ok', text: everything, undo: 'javascript:q7x()' }),
    ).toString('base64url');
    for (const [name, value] of [
      ['sauro_flash', flash],
      ['sauro_flash', Buffer.from('['.repeat(2_000)).toString('base64url')],
      ['sauro_flash', Buffer.from('{"__proto__":{"tone":"ok","text":"x"}}').toString('base64url')],
      ['sauro_lang', encodeURIComponent(everything)],
      ['sauro_theme', encodeURIComponent(everything)],
    ] as const) {
      const [person] = people;
      person?.plant(name, value);
      const screen = await person?.get('/tong-quan');
      expect(screen?.status).toBe(200);
      expect(screen ? wounds(screen) : []).toEqual([]);
    }
  });
});

describe('the policy of every page', () => {
  it('runs no script but ours, in no frame, sends forms nowhere else, and has nothing inline to allow', async () => {
    const visitor = site.visitor();
    const pages = [
      ...screens,
      await visitor.get('/'),
      await visitor.get('/dang-nhap'),
      await visitor.get('/khong-co'),
    ];
    for (const { headers, page, address } of pages.filter(isPage)) {
      const policy = new Map(
        (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
          const [name = '', ...sources] = part.split(' ');
          return [name, sources.join(' ')];
        }),
      );
      expect(Object.fromEntries(policy), `get ${address}`).toMatchObject({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'connect-src': "'self'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
        'base-uri': "'none'",
      });
      expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:|nonce|strict-dynamic/);
      expect(headers.get('x-frame-options')).toBe('DENY');
      const inline = page
        .querySelectorAll('script,style,[style],base,iframe,object,embed')
        .filter(
          (one) =>
            !(
              one.tagName === 'SCRIPT' &&
              (one.getAttribute('src') ?? '').startsWith('/assets/') &&
              one.textContent === ''
            ),
        )
        .map((one) => one.outerHTML.slice(0, 100));
      expect(inline, `get ${address}`).toEqual([]);
    }
  });
});
