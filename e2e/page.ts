import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { password } from './people.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser as the tests use it: Debian's Chromium, which asks nothing of the network. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** How long a window waits for what it expects: many times what a quick machine takes, for no test is about speed. */
export const patienceMs = 90_000;

/** A window of its own, without anybody's cookies, as every test opens one. */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  context.setDefaultTimeout(patienceMs);
  return context;
}

interface Finding {
  id: string;
  nodes: { html: string }[];
}

/** `isNarrow` is a cheap phone; `hasScript` false is a browser with script turned off. */
export interface PersonOptions {
  readonly isNarrow?: boolean;
  readonly hasScript?: boolean;
}

/** A person at a page: each arrival is checked by axe, for sideways scroll, and for errors of the browser. */
export class Person {
  readonly troubles: string[] = [];

  private constructor(
    readonly page: Page,
    readonly address: string,
    private readonly hasScript: boolean,
  ) {
    page.on('pageerror', (error) => this.troubles.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text()))
        this.troubles.push(message.text());
    });
  }

  static async at(browser: Browser, address: string, options: PersonOptions = {}): Promise<Person> {
    const context = await openContext(browser, {
      viewport: options.isNarrow ? { width: 360, height: 740 } : { width: 1280, height: 900 },
      javaScriptEnabled: options.hasScript ?? true,
    });
    return new Person(await context.newPage(), address, options.hasScript ?? true);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.address + path);
    await this.arrive();
  }

  async click(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    await this.page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();
    await this.settle();
  }

  async signIn(name: string, secret: string = password): Promise<void> {
    await this.goTo('/dang-nhap');
    await this.page.getByLabel('Tên đăng nhập').fill(name);
    await this.page.getByLabel('Mật khẩu').fill(secret);
    await this.click('button', 'Đăng nhập');
  }

  /** Presses a key and waits for what it brings. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.settle();
  }

  /** Waits until the page has loaded, or its main part has been replaced, and checks it. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('load');
    await this.page.locator('main:not([aria-busy="true"])').waitFor();
    await this.arrive();
  }

  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** Waits for a page that refreshes itself to say something. */
  async waitFor(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
    await this.page.waitForLoadState('load');
    await this.arrive();
  }

  private async arrive(): Promise<void> {
    const path = new URL(this.page.url()).pathname;
    const sideways = Number(
      await this.page
        .evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        .catch(() => 0),
    );
    if (sideways > 0) this.troubles.push(`${path} scrolls sideways by ${sideways} px`);
    // Where no script runs axe cannot either: it would wait for its own timers.
    if (!this.hasScript) return;
    const findings = (await this.page
      .evaluate(`${axe}; axe.run(document).then((result) => result.violations)`)
      .catch(() => [])) as Finding[];
    this.troubles.push(...findings.map((one) => `${path} ${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`));
  }
}
