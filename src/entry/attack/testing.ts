import type { HTMLElement } from 'node-html-parser';
import { Secret, TOTP } from 'otpauth';
import type { BuiltInRole } from '#modules/directory/index.server.ts';
import type { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Route } from '#platform/http/route.ts';
import { publicRoutes, routes, visitRoutes } from '../modules.ts';
import type { Screen, testSite, Visitor } from '../testing.ts';

export type Site = Awaited<ReturnType<typeof testSite>>;

/** A form as its page shows it. */
export interface ShownForm {
  readonly page: string;
  readonly action: string;
  /** The pattern of the route that takes the form. */
  readonly pattern: string;
  readonly method: 'get' | 'post';
  readonly fields: readonly ShownField[];
}

export interface ShownField {
  readonly name: string;
  readonly value: string;
  /** Whether a person may type anything into it. */
  readonly isText: boolean;
  readonly isFile: boolean;
}

/** Every way into the product that the tables of routes name. */
export const allRoutes: readonly Pick<Route, 'verb' | 'path'>[] = [
  ...routes,
  ...visitRoutes,
  ...publicRoutes.map(({ path }) => ({ verb: 'get' as const, path })),
];

const patterns = [...new Set(allRoutes.map((route) => route.path))]
  .sort((a, b) => (a.match(/:/g) ?? []).length - (b.match(/:/g) ?? []).length)
  .map((path) => ({
    path,
    matches: new RegExp(`^${path.replaceAll(/[.]/g, '\\.').replaceAll(/:\w+/g, '[^/]+')}$`),
  }));

/** The pattern of the route that answers at an address. */
export function patternOf(address: string): string {
  const [path = ''] = address.split('?');
  return patterns.find(({ matches }) => matches.test(path))?.path ?? path;
}

/** Everybody who can sign in to a commune, signed in. */
export async function signedInPeople(
  site: Site,
  commune: Awaited<ReturnType<typeof testTenant>>,
  roles: readonly BuiltInRole[] = ['focal', 'admin'],
): Promise<Visitor[]> {
  return Promise.all(
    roles.map(async (role) => {
      const visitor = site.visitor();
      await visitor.signIn(commune.signIn(role));
      return visitor;
    }),
  );
}

/** A list that is filtered, looked at and summed up in every combination has no end; so many ways to ask for it do. */
const mostShapes = 12;

/**
 * Opens every page that can be reached by links from `from`, at most `mostAlike` of one pattern with the same parameters,
 * and of at most twelve sets of parameters. Leaves out what is behind signing out, and files.
 */
export async function walk(visitor: Visitor, from: readonly string[], mostAlike = 2): Promise<Screen[]> {
  const screens: Screen[] = [];
  const seen = new Set<string>();
  const alike = new Map<string, number>();
  const shapesOf = new Map<string, Set<string>>();
  const waiting = [...from];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const [pattern, kind] = [patternOf(address), shapeOf(address)];
    const count = alike.get(kind) ?? 0;
    const shapes = shapesOf.get(pattern) ?? new Set();
    if (seen.has(address) || count >= mostAlike || (count === 0 && shapes.size >= mostShapes)) continue;
    seen.add(address);
    alike.set(kind, count + 1);
    shapesOf.set(pattern, shapes.add(kind));
    const screen = await visitor.get(address);
    screens.push(screen);
    for (const link of screen.page.querySelectorAll('a[href]')) {
      const to = unescaped(link.getAttribute('href') ?? '').split('#')[0] ?? '';
      if (/^\/(?!\/)/.test(to) && !/^\/(?:ngon-ngu|giao-dien|assets)\b/.test(to)) waiting.push(to);
    }
  }
  return screens;
}

/** Addresses that differ only in ids and values are alike; those with other parameters are not. */
function shapeOf(address: string): string {
  const names = [...new URL(address, 'http://localhost').searchParams.keys()].sort();
  return `${patternOf(address)}?${names.join('&')}`;
}

/** Every form of a page, its fields as they stand. */
export function formsOf(screen: Screen): ShownForm[] {
  return screen.page.querySelectorAll('form').flatMap((form): ShownForm[] => {
    const method: 'get' | 'post' = form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get';
    const own = unescaped(form.getAttribute('action') ?? screen.address);
    const fields = form.querySelectorAll('input[name],select[name],textarea[name]').map(fieldOf);
    const actions = [
      own,
      ...form
        .querySelectorAll('button[formaction]')
        .map((one) => unescaped(one.getAttribute('formaction') ?? own)),
    ];
    const named = form
      .querySelectorAll('button[name]')
      .map((one) => ({ name: one.getAttribute('name') ?? '', value: one.getAttribute('value') ?? '' }));
    const deeds = named.length > 0 ? named : [undefined];
    return [...new Set(actions)].flatMap((action) =>
      deeds.map((deed) => ({
        page: screen.address,
        action,
        pattern: patternOf(action),
        method,
        fields: deed ? [...fields, { ...deed, isText: false, isFile: false }] : fields,
      })),
    );
  });
}

function fieldOf(control: HTMLElement): ShownField {
  const type = control.getAttribute('type') ?? 'text';
  const isTyped =
    control.tagName === 'INPUT' && ['text', 'search', 'email', 'tel', 'password'].includes(type);
  return {
    name: control.getAttribute('name') ?? '',
    value: unescaped(valueOf(control)),
    isText: isTyped || control.tagName === 'TEXTAREA',
    isFile: type === 'file',
  };
}

function valueOf(control: HTMLElement): string {
  if (control.tagName === 'TEXTAREA') return control.textContent;
  if (control.tagName !== 'SELECT') return control.getAttribute('value') ?? '';
  const options = control.querySelectorAll('option');
  return (options.find((one) => one.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The values of a form with what a person typed. */
export function filledIn(form: ShownForm, typed: (field: ShownField) => string): Record<string, string> {
  return Object.fromEntries(
    form.fields
      .filter((field) => !field.isFile)
      .map((field) => [field.name, field.isText ? typed(field) : field.value]),
  );
}

/** Sets up an authenticator app for whoever is signed in; gives its codes by 30-second step, and the recovery codes. */
export async function turnOnSecondFactor(visitor: Visitor, now: Date) {
  const begun = await visitor.submit(await visitor.get('/tai-khoan/hai-buoc'), 'Bắt đầu');
  const secret = Secret.fromBase32(begun.page.querySelector('code')?.textContent.replaceAll(' ', '') ?? '');
  const codeAt = (steps: number) =>
    new TOTP({ secret }).generate({ timestamp: now.getTime() + steps * 30_000 });
  const shown = await visitor.submit(begun, 'Bật xác thực hai bước', { code: codeAt(-1) });
  return { codeAt, recoveryCodes: shown.page.querySelectorAll('ol code').map((code) => code.textContent) };
}
