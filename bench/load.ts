import autocannon from 'autocannon';

/** What addresses bore: requests a second of all together, milliseconds of the slowest of them. */
export interface Borne {
  readonly perSecond: number;
  readonly p50: number;
  readonly p975: number;
}

/** Sixteen connections, shared by the addresses, that ask for some seconds. Throws when one request is refused. */
export async function load(
  urls: readonly string[],
  headers: Readonly<Record<string, string>>,
  duration: number,
): Promise<Borne> {
  const connections = 16 / urls.length;
  const results = await Promise.all(urls.map((url) => autocannon({ url, connections, duration, headers })));
  for (const { url, non2xx, errors } of results) {
    if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`);
  }
  return {
    perSecond: results.reduce((sum, { requests }) => sum + requests.average, 0),
    p50: Math.max(...results.map(({ latency }) => latency.p50)),
    p975: Math.max(...results.map(({ latency }) => latency.p97_5)),
  };
}

/** The same in words for the record. */
export function said({ perSecond, p975 }: Borne): string {
  return `${perSecond.toFixed(0)}/s (p97.5 ${p975} ms)`;
}
