import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'node-html-parser';

/** What came back; undefined when the connection broke before an answer. */
export interface Answer {
  readonly status: number;
  readonly location: string;
  /** The tone of the sentence that the next page will show. */
  readonly tone: string | undefined;
  readonly text: string;
  readonly headers: Headers;
}

/** Somebody at a browser without script: keeps cookies and knows which of what they sent was answered. */
export class Person {
  readonly #cookies = new Map<string, string>();
  /** Every status that was ever seen, and how often; 0 stands for a connection that broke. */
  readonly statuses = new Map<number, number>();

  constructor(readonly address: string) {}

  async signIn(name: string, password = 'sauro-demo'): Promise<void> {
    const answer = await this.sendUntilAnswered('/dang-nhap', { name, password });
    if (answer.status !== 303) throw new Error(`${name} was not let in: ${answer.status}`);
  }

  get(path: string): Promise<Answer | undefined> {
    return this.#ask(path, {});
  }

  /** Sends a form once. */
  post(path: string, values: Record<string, string | File>): Promise<Answer | undefined> {
    const hasFile = Object.values(values).some((value) => typeof value !== 'string');
    const body = hasFile ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(values)) body.append(name, value as string);
    return this.#ask(path, { method: 'POST', body, headers: { origin: this.address } });
  }

  /** Sends the very same form again and again until the product itself answers, as a person reloads. */
  async sendUntilAnswered(path: string, values: Record<string, string | File>): Promise<Answer> {
    return this.#untilAnswered(() => this.post(path, values));
  }

  async getUntilAnswered(path: string): Promise<Answer> {
    return this.#untilAnswered(() => this.get(path));
  }

  async #untilAnswered(ask: () => Promise<Answer | undefined>): Promise<Answer> {
    for (const end = Date.now() + 180_000; Date.now() < end; await sleep(150)) {
      const answer = await ask();
      if (answer && answer.status !== 503) return answer;
    }
    throw new Error('no answer for three minutes');
  }

  async #ask(path: string, init: RequestInit): Promise<Answer | undefined> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    try {
      const answer = await fetch(this.address + path, {
        ...init,
        redirect: 'manual',
        headers: { ...(init.headers as Record<string, string>), cookie },
        signal: AbortSignal.timeout(30_000),
      });
      const text = await answer.text();
      let tone: string | undefined;
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (name === 'sauro_flash') tone = toneOf(value);
        else if (value === '' || /max-age=0\b/i.test(line)) this.#cookies.delete(name);
        else this.#cookies.set(name, value);
      }
      this.#count(answer.status);
      const location = answer.headers.get('location') ?? '';
      return { status: answer.status, location, tone, text, headers: answer.headers };
    } catch {
      this.#count(0);
      return undefined;
    }
  }

  #count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }
}

/** What a control of a page holds. */
export function valueOn(answer: Answer, name: string): string {
  const control = parse(answer.text).querySelector(`[name="${name}"]`);
  return control?.getAttribute('value') ?? '';
}

function toneOf(cookie: string): string | undefined {
  if (cookie === '') return undefined;
  const flash = JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')) as { tone?: string };
  return flash.tone;
}
