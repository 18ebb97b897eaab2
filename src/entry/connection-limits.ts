import type { Server, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { nowAndThen } from '#platform/log/now-and-then.ts';

/**
 * What one visitor may take of a server: fifteen seconds to say what is wanted, and a little longer than the largest
 * upload has (`upload.ts`) for all of a request; looked after every two seconds.
 */
export const serverOptions: ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 46 * 60_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
};

/** A browser opens six at most; behind a proxy there are fewer still. */
const mostConnections = 2_000;
/** Neither side says anything for so long: the visitor went away, or reads an answer never. */
const silenceMs = 120_000;
const tellEveryMs = 10_000;

/**
 * Holds how many connections there are and how long a silent one lives. Who comes above the limit is cut off; the log
 * tells how many, once in ten seconds at most.
 */
export function holdLimits(server: Server, log: Logger): void {
  server.maxConnections = mostConnections;
  server.setTimeout(silenceMs, (socket) => socket.destroy());
  const tellDropped = nowAndThen(tellEveryMs, (count) =>
    log.warn({ count }, 'connections over the limit cut off'),
  );
  const tellSlow = nowAndThen(tellEveryMs, (count) =>
    log.warn({ count }, 'requests too slow or unreadable cut off'),
  );
  server.on('drop', tellDropped);
  server.on('clientError', (error: Error & { code?: string }, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    tellSlow();
    const status = statusOf[error.code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
}

const statusOf: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};
