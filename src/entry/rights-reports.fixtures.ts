import type { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { newRun } from '#modules/lists/bulk-run/fixtures.ts';
import { plantPeriods } from '#modules/planning/report-period/fixtures.ts';
import { listHandIns } from '#modules/planning/index.server.ts';

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

/** A reporting period, and the report of one unit for it. */
export async function reportsOf(standing: Awaited<ReturnType<typeof testTenant>>) {
  const [period] = (await plantPeriods(standing)).periods;
  const focal = standing.signIn('focal');
  const [report] = period ? await standing.as(focal, 'read', (ctx) => listHandIns(ctx, period.id)) : [];
  return { '/ky-bao-cao': period?.id ?? '', '/nop-bao-cao': report?.id ?? '' };
}
