import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A letter as it came in. */
export interface Got {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = (response: ServerResponse, letter: string) => void;

/** A real receiver on this machine: what came in, and how it answers next. */
export class Receiver {
  got: Got[] = [];
  answer: Answer = answering(200);
  readonly #server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      this.got.push({ headers: request.headers, body });
      this.answer(response, body);
    });
  });

  /** Begins to listen; the port is the machine's choice. */
  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Forgets what came in and accepts from now on. */
  clear(): void {
    this.got = [];
    this.answer = answering(200);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Answers every letter alike. */
export function answering(status: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(status, headers).end();
}

/** Answers letters that hold a text by this status, and accepts all others. */
export function declining(text: string, status: number): Answer {
  return (response, letter) => response.writeHead(letter.includes(text) ? status : 200).end();
}

/** Declines so many letters and accepts from then on. */
export function decliningFirst(count: number, status: number): Answer {
  let left = count;
  return (response) => {
    left -= 1;
    response.writeHead(left >= 0 ? status : 200).end();
  };
}

interface Told {
  readonly type: string;
  readonly data: { readonly recordId: string };
}

/** Of which act and which record a letter tells. */
export function toldBy(one: Got | undefined): Told {
  return JSON.parse(one?.body ?? '{}') as Told;
}
