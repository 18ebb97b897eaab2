import { createHash, randomBytes } from 'node:crypto';
import type { FormValues } from './req.ts';

/** The field by which a form says which drawing of it was sent. */
export const formKeyField = '_ma-gui';

const postForm = /<form\b[^>]*\bmethod="post"[^>]*>/g;

/**
 * Gives every form of a page that writes a key of its own, random and used once. Done to the finished page, so that no
 * form can be forgotten; text of people cannot look like a form there, since it is escaped.
 */
export function withFormKeys(html: string): string {
  if (!html.includes('method="post"')) return html;
  const page = randomBytes(12).toString('base64url');
  let count = 0;
  return html.replace(postForm, (tag) => {
    count += 1;
    return `${tag}<input type="hidden" name="${formKeyField}" value="${page}.${count.toString(36)}">`;
  });
}

/** Reads a key that came from outside; anything that is none is undefined. */
export function parseFormKey(value: string): string | undefined {
  return /^[\w-]{16}\.[0-9a-z]{1,4}$/.test(value) ? value : undefined;
}

/** SHA-256 of where a form was sent and everything in it, files included. */
export async function digestOf(address: string, form: FormValues): Promise<Buffer> {
  const hash = createHash('sha256');
  const add = (part: string | Uint8Array) => hash.update(`${part.length}:`).update(part);
  add(address);
  for (const [name, value] of form.entries()) {
    add(name);
    if (typeof value === 'string') add(value);
    else add(value.name).update(new Uint8Array(await value.arrayBuffer()));
  }
  return hash.digest();
}
