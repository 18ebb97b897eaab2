import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Who may read the measures. */
export interface MetricsAccess {
  /** Whoever shows it may read them from anywhere. */
  readonly token: string | undefined;
  /** True where no proxy stands in front, so that a connection from this machine is somebody on this machine. */
  readonly fromLoopback: boolean;
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** A page of another site that had its name point here would still carry its own name. */
const localHost = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;

/** Whether this request may read the measures: by the token, or from this machine without a proxy between. */
export function mayReadMetrics(c: Context, access: MetricsAccess): boolean {
  const [, given] = /^Bearer ([\x21-\x7e]+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  if (given !== undefined) return access.token !== undefined && isSame(given, access.token);
  if (!access.fromLoopback || !localHost.test(c.req.header('host') ?? '')) return false;
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => c.req.header(name));
  return !isForwarded && loopback.test(connectionAddress(c));
}

function connectionAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    // Asked within the process, without a connection.
    return '';
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
