import { z } from 'zod';
import type { BulkDeed } from '#modules/lists/index.server.ts';
import { parseDayFirstDate, parsePlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { endUnit, restoreUnit } from '../commands.server.ts';
import { unitRows } from '../listed.server.ts';
import * as policy from '../policy.ts';
import { getKeptUnit } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { type KeptUnit, longestEndReason } from '../unit.ts';

/** The names of the fields by which the deed of ending asks for more. */
export const changeWords = { day: 'ket-thuc-tu', reason: 'ly-do' } as const;
const { day: dayWord, reason: reasonWord } = changeWords;

const end: BulkDeed = {
  name: 'ket-thuc',
  label: (ctx) => texts(ctx.lang).end,
  may: (ctx) => policy.end(ctx.actor).allowed,
  fields: (ctx, given, problems) => {
    const t = texts(ctx.lang);
    return Promise.resolve(
      <>
        <p>{t.endText}</p>
        <DateField
          name={dayWord}
          label={t.endOn}
          hint={t.endHint}
          value={given[dayWord] ?? ''}
          error={problems[0]?.text}
        />
        <TextField
          name={reasonWord}
          label={t.endReason}
          hint={t.endReasonHint}
          value={given[reasonWord] ?? ''}
          maxLength={longestEndReason}
        />
      </>,
    );
  },
  read: (ctx, given) => {
    const t = texts(ctx.lang);
    const day = parseDayFirstDate(given[dayWord] ?? '');
    if (day === undefined || day > ctx.clock.today()) {
      const text = day === undefined ? t.fault.endOn : t.refusal['day-to-come'];
      return Promise.resolve({ ok: false, problems: [{ fieldId: dayWord, text }] });
    }
    const reason = (given[reasonWord] ?? '').slice(0, longestEndReason);
    return Promise.resolve({
      ok: true,
      input: { [dayWord]: day, [reasonWord]: reason },
      words: [t.state.ended(formatDate(day)), ...(reason === '' ? [] : [reason])],
    });
  },
  foresee: (ctx, ids) => foresee(ctx, ids, 'end'),
  run: async (ctx, id, input) => {
    const day = parsePlainDate(input[dayWord] ?? '') ?? ctx.clock.today();
    const outcome = await endUnit(ctx, id, day, input[reasonWord]);
    return outcome.ok ? { ok: true, undo: {} } : { ok: false, reason: outcome.code };
  },
  undo: async (ctx, id) => {
    const outcome = await restoreUnit(ctx, id);
    return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
  },
};

const restore: BulkDeed = {
  name: 'khoi-phuc',
  label: (ctx) => texts(ctx.lang).restoreMany,
  may: (ctx) => policy.restore(ctx.actor).allowed,
  fields: () => Promise.resolve(null),
  read: () => Promise.resolve({ ok: true, input: {}, words: [] }),
  foresee: (ctx, ids) => foresee(ctx, ids, 'restore'),
  run: async (ctx, id) => {
    const { endedOn } = await getKeptUnit(ctx, id);
    const outcome = await restoreUnit(ctx, id);
    return outcome.ok ? { ok: true, undo: { endedOn } } : { ok: false, reason: outcome.code };
  },
  undo: async (ctx, id, undo) => {
    const { endedOn } = z.object({ endedOn: z.iso.date() }).parse(undo);
    const outcome = await endUnit(ctx, id, plainDate(endedOn));
    return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
  },
};

/** What can be done with many units at once. */
export const unitDeeds: readonly BulkDeed[] = [end, restore];

/** Why a deed is refused with a unit. */
export function reasonWords(ctx: Ctx, code: string): string {
  const refusal: Readonly<Record<string, string>> = texts(ctx.lang).refusal;
  return refusal[code] ?? code;
}

async function foresee(ctx: Ctx, ids: readonly string[], deed: 'end' | 'restore') {
  const units = new Map((await unitRows.find(ctx, ids)).map((one) => [one.id as string, one]));
  return new Map(
    ids.map((id): [string, string | undefined] => {
      const unit = units.get(id);
      if (!unit) return [id, 'not-found'];
      if (!policy[deed](ctx.actor).allowed) return [id, 'no-right'];
      return [id, deed === 'end' ? whyNotEnd(unit) : unit.endedOn === null ? 'not-ended' : undefined];
    }),
  );
}

function whyNotEnd(unit: KeptUnit): string | undefined {
  if (unit.endedOn !== null) return 'ended';
  return unit.officerCount > 0 ? 'has-officers' : undefined;
}
