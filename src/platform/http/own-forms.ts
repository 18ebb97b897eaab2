import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';

/**
 * Lets in only forms that a page of ours sent, told by what the browser itself says (`Sec-Fetch-Site`) or by `Origin`.
 * With a configured address the origin must be that one: behind a proxy that ends TLS the request itself carries
 * another scheme, and what stands in `Host` is the visitor's word. Without one, the address asked for is compared.
 * Throws for anything else.
 * @param origin scheme, host and port by which people reach the product, where it is known
 */
export function ownFormsOnly(origin: string | undefined): MiddlewareHandler {
  const own = origin === undefined ? undefined : new URL(origin).origin;
  return csrf({ origin: (given, c) => given === (own ?? new URL(c.req.url).origin) });
}
