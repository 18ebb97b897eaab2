import type { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { startRun } from '#modules/lists/bulk-run/commands.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** A deed on many rows of each list of the administrator. */
export async function administrativeRuns(standing: Awaited<ReturnType<typeof testTenant>>) {
  const begun = (place: string, slice: string) =>
    standing.as(standing.signIn('admin'), 'write', (ctx) =>
      newRun(ctx, `/quan-tri/${place}`, `directory.${slice}.change-many`),
    );
  return {
    '/quan-tri/can-bo/hang-loat': await begun('can-bo', 'officer'),
    '/quan-tri/don-vi/hang-loat': await begun('don-vi', 'unit'),
    '/quan-tri/vang-mat/hang-loat': await begun('vang-mat', 'absence'),
  };
}

/** A deed on no rows at all of this list. */
export async function newRun(ctx: Ctx, list: string, act: string): Promise<string> {
  const started = await startRun(ctx, { list, act, deed: 'giao', input: {}, targets: [] });
  return started.ok ? started.value : '';
}
