/** What may come from the reference file of abolished bodies (`seed/reference/abolished-bodies.json`). */
import { z } from 'zod';
import { parsePlainDate } from '#platform/clock/plain-date.ts';

const day = z.string().refine((text) => parsePlainDate(text) !== undefined, { message: 'not a date' });
const name = z.string().trim().min(1);

const body = z.strictObject({
  kind: z.enum(['body', 'level', 'post']),
  written: z.array(name).min(1),
  endedOn: day,
  successor: name.nullable(),
  successorIn: z.record(name, name).optional(),
  source: name,
  certainty: z.enum(['sourced', 'unverified']),
});

/** The file of abolished bodies; `{district}` in a name is written out for each word of the district level. */
export const referenceBodies = z
  .object({ districts: z.array(name).min(1), bodies: z.array(body).min(1) })
  .transform(({ districts, bodies }) =>
    bodies.map(({ source: _source, certainty: _certainty, written, ...one }) => ({
      ...one,
      written: written.flatMap((text) =>
        text.includes('{district}') ? districts.map((word) => text.replace('{district}', word)) : [text],
      ),
    })),
  );
