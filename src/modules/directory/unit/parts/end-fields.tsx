import type { BulkDeed } from '#modules/lists/index.server.ts';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { longestEndReason } from '../unit.ts';

/** What a deed that ends records says around its two fields. */
interface EndWords {
  readonly endText: string;
  readonly endOn: string;
  readonly endHint: string;
  readonly endReason: string;
  readonly endReasonHint: string;
  readonly fault: { readonly endOn: string };
  readonly refusal: { readonly 'day-to-come': string };
}

/**
 * The fields by which a deed ends many records at once: since which day and why. A day to come is refused.
 * @param names the fields as the form names them
 * @param since how a record is called that ended on this day
 */
export function endFields<Words extends EndWords>(
  names: { readonly day: string; readonly reason: string },
  texts: (lang: Lang) => Words,
  since: (t: Words, day: string) => string,
): Pick<BulkDeed, 'fields' | 'read'> {
  return {
    fields: (ctx, given, problems) => {
      const t = texts(ctx.lang);
      return Promise.resolve(
        <>
          <p>{t.endText}</p>
          <DateField
            name={names.day}
            label={t.endOn}
            hint={t.endHint}
            value={given[names.day] ?? ''}
            error={problems.find((problem) => problem.fieldId === names.day)?.text}
          />
          <TextField
            name={names.reason}
            label={t.endReason}
            hint={t.endReasonHint}
            value={given[names.reason] ?? ''}
            maxLength={longestEndReason}
          />
        </>,
      );
    },
    read: (ctx, given) => {
      const t = texts(ctx.lang);
      const day = parseDayFirstDate(given[names.day] ?? '');
      if (day === undefined || day > ctx.clock.today()) {
        const text = day === undefined ? t.fault.endOn : t.refusal['day-to-come'];
        return Promise.resolve({ ok: false, problems: [{ fieldId: names.day, text }] });
      }
      const reason = (given[names.reason] ?? '').slice(0, longestEndReason);
      return Promise.resolve({
        ok: true,
        input: { [names.day]: day, [names.reason]: reason },
        words: [since(t, formatDate(day)), ...(reason === '' ? [] : [reason])],
      });
    },
  };
}
