import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parse } from 'node-html-parser';
import { freePort } from '#platform/http/free-port.ts';

/** An identity provider in a process of its own. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  stop(): void;
}

/** Starts a provider that sends people back to `returnTo`. */
export async function startProvider(returnTo: string): Promise<TestProvider> {
  const program = fileURLToPath(new URL('./testing-provider.ts', import.meta.url));
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', program, returnTo, String(port)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const issuer = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)));
  });
  return { issuer, clientId: 'sauro', clientSecret: 'bi-mat-cua-sauro', stop: () => child.kill() };
}

/**
 * Enters a person at the provider (`subject~name~role,role`), goes through its own pages as they would, and gives the
 * address to which it sends them back.
 */
export async function signInAtProvider(address: string, person: string): Promise<string> {
  const home = new URL(address).origin;
  const [login = '', signInName = '', roles = ''] = person.split('~');
  const entry = new URLSearchParams({ subject: login, name: signInName, roles });
  await fetch(`${home}/people?${entry}`);
  const cookies = new Map<string, string>();
  let next: { url: URL; body?: URLSearchParams } = { url: new URL(address) };
  for (let steps = 0; steps < 20; steps += 1) {
    if (next.url.origin !== home) return next.url.href;
    const answer: Response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.body && { method: 'POST', body: next.body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    next = to ? { url: new URL(to, next.url) } : fillIn(await answer.text(), next.url, login);
  }
  throw new Error('the provider sends nobody back');
}

function fillIn(html: string, page: URL, login: string): { url: URL; body: URLSearchParams } {
  const form = parse(html).querySelector('form');
  if (!form) throw new Error(`the provider shows no form: ${html.slice(0, 500)}`);
  const body = new URLSearchParams();
  for (const input of form.querySelectorAll('input[name]')) {
    const name = input.getAttribute('name') ?? '';
    body.set(name, name === 'login' ? login : (input.getAttribute('value') ?? 'x'));
  }
  return { url: new URL(form.getAttribute('action') ?? '', page), body };
}
