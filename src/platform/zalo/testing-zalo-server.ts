import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ZaloPlaces } from './zalo-places.ts';

/** What a Zalo of our own was asked. */
export interface Asked {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: string;
}

/**
 * Zalo as its documentation describes it, on this machine: refresh tokens serve once, access tokens end when told, and
 * people answer by the error that stands in their number (`loi-230` for -230).
 */
export class TestZalo {
  readonly asked: Asked[] = [];
  #refresh = 'refresh-0';
  #access = '';
  #count = 0;
  readonly #server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? '';
      this.asked.push({ path, token: request.headers['access_token']?.toString(), body });
      if (body.includes('dut-giua-chung')) return request.socket.destroy();
      response.setHeader('content-type', 'application/json');
      return response.end(
        JSON.stringify(path.startsWith('/v4/') ? this.#renew(body) : this.#message(request, path, body)),
      );
    });
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get places(): ZaloPlaces {
    const root = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return { oauth: root, openApi: root, business: root };
  }

  /** The access token that was given last is taken for ended from now on. */
  endAccess(): void {
    this.#access = 'none';
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #renew(body: string): object {
    if (new URLSearchParams(body).get('refresh_token') !== this.#refresh)
      return { error: -14014, error_name: 'Invalid refresh token' };
    this.#count += 1;
    this.#refresh = `refresh-${this.#count}`;
    this.#access = `access-${this.#count}`;
    return { access_token: this.#access, refresh_token: this.#refresh, expires_in: '90000' };
  }

  #message(request: IncomingMessage, path: string, body: string): object {
    if (request.headers['access_token'] !== this.#access)
      return { error: -216, message: 'Access token is invalid' };
    const error = path.startsWith('/v3.0') ? /"loi-(\d+)"/.exec(body)?.[1] : undefined;
    if (error) return { error: -Number(error), message: 'no' };
    const id = `tin-${this.asked.length}`;
    return {
      error: 0,
      message: 'Success',
      data: path.startsWith('/message') ? { msg_id: id } : { message_id: id },
    };
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
