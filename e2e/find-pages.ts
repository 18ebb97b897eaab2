import { type APIRequestContext } from 'playwright-core';

/** A route of the tables, with a real address that answers to it and the person who may open it. */
export interface FoundPage {
  readonly pattern: string;
  readonly address: string;
  readonly as: string;
}

/** Somebody who looks for pages: a sign-in name and the requests of that person's browser. */
export interface Seeker {
  readonly as: string;
  readonly request: APIRequestContext;
}

const parts = (path: string) => path.split('/').length - path.split('/:').length;

/** The pattern of a route that an address answers to: the one with the most fixed parts. */
function patternOf(address: string, patterns: readonly string[]): string | undefined {
  const path = address.split(/[?#]/)[0] ?? '';
  return patterns
    .filter((pattern) =>
      new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
    )
    .toSorted((one, other) => parts(other) - parts(one))[0];
}

/**
 * Finds an address for each pattern the way people find pages: fixed addresses first, then every link on what has
 * been opened, with each person in turn until nothing is missing. What nobody finds is left out of the answer.
 */
export async function findPages(
  address: string,
  patterns: readonly string[],
  seekers: readonly Seeker[],
): Promise<Map<string, FoundPage>> {
  const found = new Map<string, FoundPage>();
  for (const seeker of seekers) {
    if (patterns.every((pattern) => found.has(pattern))) break;
    await seek(address, patterns, seeker, found);
  }
  return found;
}

/** Records of one kind lead to different pages by their state, so several are opened, and a list once. */
const triesOf = (pattern: string) => (pattern.includes(':') ? 6 : 1);

async function seek(
  origin: string,
  patterns: readonly string[],
  { as, request }: Seeker,
  found: Map<string, FoundPage>,
): Promise<void> {
  const queue = patterns.filter((pattern) => !pattern.includes(':'));
  const tries = new Map<string, number>();
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const pattern = patternOf(address, patterns);
    const tried = tries.get(pattern ?? '') ?? 0;
    if (!pattern || tried >= triesOf(pattern) || patterns.every((each) => found.has(each))) continue;
    tries.set(pattern, tried + 1);
    const answer = await request.get(origin + address, { maxRedirects: 0 });
    if (answer.status() !== 200) continue;
    if (!found.has(pattern)) found.set(pattern, { pattern, address, as });
    if (answer.headers()['content-type']?.startsWith('text/html'))
      queue.push(...linksOf(await answer.text()));
  }
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}
