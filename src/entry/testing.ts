import { type HTMLElement, parse } from 'node-html-parser';
import { loadReferenceDays } from '#modules/calendar/index.server.ts';
import { signInLink } from '#modules/directory/links.ts';
import { testPassword } from '#modules/directory/tenant/fixtures.ts';
import type { ApiLimits } from '#platform/api/limits.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { type TestServices, testServices } from '#platform/db/testing.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { buildApp } from './app.ts';
import type { AppParts } from './app-parts.ts';
import { wholeApp } from './testing-app.ts';

/** An answer as a person meets it: found by what is written on it, never by class or id. */
export class Screen {
  readonly page: HTMLElement;

  constructor(
    readonly status: number,
    readonly address: string,
    readonly headers: Headers,
    readonly body: string,
  ) {
    this.page = parse(body);
  }

  /** All words of the page, or of its main part. */
  get text(): string {
    return words(this.page.querySelector('main') ?? this.page);
  }

  get heading(): string {
    return words(this.page.querySelector('h1'));
  }

  /** The address of the first link with these words; throws when there is none. */
  link(label: string | RegExp): string {
    const link = this.page.querySelectorAll('a').find((each) => says(each, label));
    return must(link, `a link ${label}`).getAttribute('href')?.replaceAll('&amp;', '&') ?? '';
  }

  hasLink(label: string | RegExp): boolean {
    return this.page.querySelectorAll('a').some((each) => says(each, label));
  }

  hasButton(label: string | RegExp): boolean {
    return this.page.querySelectorAll('button').some((each) => says(each, label));
  }

  /** The control that a label names. */
  field(label: string | RegExp): HTMLElement {
    const named = must(
      this.page.querySelectorAll('label').find((each) => says(each, label)),
      `a field ${label}`,
    );
    const id = named.getAttribute('for') ?? '';
    return must(
      this.page.querySelectorAll('input,select,textarea').find((each) => each.id === id),
      `the control of ${label}`,
    );
  }

  /** What a control holds now, as the browser would send it. */
  value(label: string | RegExp): string {
    return valueOf(this.field(label));
  }

  /** The form around the button with these words, as the browser would send it when nothing is changed. */
  form(button: string | RegExp): { action: string; values: Record<string, string> } {
    const found = must(
      this.page.querySelectorAll('button').find((each) => says(each, button)),
      `a button ${button}`,
    );
    const named = found.getAttribute('form');
    const own = named ? this.page.querySelector(`form#${named}`) : found.closest('form');
    const form = must(own ?? undefined, `a form around ${button}`);
    const controls = form
      .querySelectorAll('input,select,textarea')
      .filter((each) => each.getAttribute('name'));
    const values = controls
      .filter(
        (each) =>
          !['checkbox', 'radio'].includes(each.getAttribute('type') ?? '') || each.hasAttribute('checked'),
      )
      .map((each) => [each.getAttribute('name') ?? '', valueOf(each)] as const);
    const [name, value] = [found.getAttribute('name'), found.getAttribute('value')];
    return {
      action: (found.getAttribute('formaction') ?? form.getAttribute('action') ?? this.address).replaceAll(
        '&amp;',
        '&',
      ),
      values: { ...Object.fromEntries(values), ...(name ? { [name]: value ?? '' } : {}) },
    };
  }
}

/** A browser without script: keeps cookies and follows redirects. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(readonly fetchPage: (request: Request) => Response | Promise<Response>) {}

  /** What the browser would send as its cookies. */
  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Puts a cookie into the browser that the site did not give it. */
  plant(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get(address: string): Promise<Screen> {
    return this.#send(new Request(new URL(address, origin)));
  }

  post(
    address: string,
    values: Record<string, string | File>,
    headers: Record<string, string> = {},
  ): Promise<Screen> {
    const hasFile = Object.values(values).some((value) => typeof value !== 'string');
    const body = hasFile ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(values)) body.append(name, value as string);
    return this.#send(
      new Request(new URL(address, origin), { method: 'POST', body, headers: { origin, ...headers } }),
    );
  }

  /** Fills in the form of the button by field name and sends it. */
  submit(
    screen: Screen,
    button: string | RegExp,
    values: Record<string, string | File> = {},
  ): Promise<Screen> {
    const form = screen.form(button);
    return this.post(form.action, { ...form.values, ...values });
  }

  /** Where a link leads that leaves this site. */
  async depart(address: string): Promise<string> {
    const response = await this.#fetch(new Request(new URL(address, origin)));
    return must(response.headers.get('location'), `a way out of ${address}`);
  }

  async signIn(name: string, password = testPassword): Promise<Screen> {
    return this.submit(await this.get(signInLink()), 'Đăng nhập', { name, password });
  }

  async #fetch(request: Request): Promise<Response> {
    request.headers.set('cookie', this.cookies);
    const response = await this.fetchPage(request);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0\b/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  async #send(request: Request, hops = 0): Promise<Screen> {
    const response = await this.#fetch(request);
    const to = response.headers.get('location');
    if (to && response.status === 303 && hops < 5) {
      return this.#send(new Request(new URL(to, request.url)), hops + 1);
    }
    const { pathname, search } = new URL(request.url);
    return new Screen(response.status, pathname + search, response.headers, await response.text());
  }
}

const origin = 'http://localhost';

/** The whole web application on a database of this test file, and visitors to it; with a code, its set-up is open. */
export async function testSite(changes: Partial<Services> = {}, setUpCode?: string) {
  return siteOn({ ...(await testServices()), ...changes }, setUpCode);
}

/** The whole web application on a database that a test made itself. */
export async function siteOn(services: TestServices, setUpCode?: string, apiLimits?: ApiLimits) {
  await asOwner(services.migrator, loadReferenceDays);
  const parts: AppParts = { ...(await wholeApp(services, apiLimits)), setUpCode };
  const app = buildApp(parts);
  return { services, parts, app, visitor: () => new Visitor((request) => app.fetch(request)) };
}

function words(element: HTMLElement | null): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function says(element: HTMLElement, label: string | RegExp): boolean {
  const said = element.getAttribute('aria-label') ?? words(element);
  return typeof label === 'string' ? said === label : label.test(said);
}

function valueOf(control: HTMLElement): string {
  if (control.tagName === 'TEXTAREA') return control.textContent;
  if (control.tagName !== 'SELECT') return control.getAttribute('value') ?? '';
  const options = control.querySelectorAll('option');
  return (options.find((each) => each.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? '';
}

function must<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`the page has no ${what}`);
  return value;
}
