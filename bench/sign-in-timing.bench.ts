/**
 * Whether the time of an answer tells who has an account: wrong passwords and forgotten passwords for names that exist
 * and for names that do not, one after the other, through the whole web application. Bar: the medians of both differ by
 * less than a tenth, which nobody can tell apart over a network with as many tries as the throttle allows.
 */
import { builtInRoles, type BuiltInRole } from '#modules/directory/index.server.ts';
import { testPassword, testTenant } from '#modules/directory/tenant/fixtures.ts';
import { buildApp } from '../src/entry/app.ts';
import { wholeApp } from '../src/entry/testing-app.ts';
import { median } from './median.ts';
import { withPlace } from './place.ts';

const bar = 0.1;
const communes = Number(process.env.BENCH_COMMUNES ?? 12);
const origin = 'http://localhost';

await withPlace(async ({ services: quiet, migrator }) => {
  // Letters go nowhere, but are sent: a product that cannot send any answers otherwise.
  const services = { ...quiet, mailer: { send: () => Promise.resolve() } };
  const known: string[] = [];
  for (let n = 0; n < communes; n += 1) {
    const commune = await testTenant(services);
    for (const role of Object.keys(builtInRoles) as BuiltInRole[]) {
      const name = commune.signIn(role);
      if (commune.people.has(name)) known.push(name);
    }
  }
  await migrator.query("update directory.account set email = sign_in_name || '@xa.example.vn'");
  // Each try comes from an address of its own, so that the throttle lets it through.
  const app = buildApp({ ...(await wholeApp(services)), trustedProxies: 1 });
  let visitors = 0;
  const timed = async (path: string, form: Record<string, string>) => {
    visitors += 1;
    const from = performance.now();
    const answer = await app.request(new URL(path, origin).href, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin, 'x-forwarded-for': `203.0.${visitors >> 8}.${visitors & 255}` },
    });
    await answer.text();
    return { ms: performance.now() - from, status: answer.status };
  };
  for (const name of known.slice(0, 8)) await timed('/dang-nhap', { name: `${name}x`, password: 'x' });
  await compare('a wrong password', 422, (name) =>
    timed('/dang-nhap', { name, password: `${testPassword}x` }),
  );
  await compare('a forgotten password', 200, (name) => timed('/quen-mat-khau', { name }));

  /** The same for each name that exists and one of its length that does not, in changing order. */
  async function compare(
    what: string,
    status: number,
    ask: (name: string) => Promise<{ ms: number; status: number }>,
  ): Promise<void> {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (const [at, name] of known.entries()) {
      const nobody = `${name.slice(0, -1)}${name.endsWith('q') ? 'z' : 'q'}`;
      const pair = [['known', name] as const, ['unknown', nobody] as const];
      for (const [kind, asked] of at % 2 === 0 ? pair : pair.reverse()) {
        const answer = await ask(asked);
        if (answer.status !== status) throw new Error(`${what} for ${asked} was answered ${answer.status}`);
        times[kind].push(answer.ms);
      }
    }
    const [one, other] = [median(times.known), median(times.unknown)];
    const apart = Math.abs(one / other - 1);
    console.log(
      `${apart < bar ? 'holds ' : 'MISSED'}  ${what}: ${one.toFixed(1)} ms for names that exist, ${other.toFixed(1)} ms for others, ${(apart * 100).toFixed(1)} % apart (bar ${bar * 100} %, ${known.length} pairs)`,
    );
    if (apart >= bar) process.exitCode = 1;
  }
});
