import { type BulkDeed, type DeedInput, eachRowName } from '#modules/lists/index.server.ts';
import { parseDayFirstDate, plainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Table } from '#ui/table/table.tsx';
import { type Filling, fillIn, type Gap, listGaps } from '../fill-in.server.ts';
import { undoTask } from '../change-many.server.ts';
import { longestProduct } from '../task.ts';
import { texts } from '../texts.ts';

/** The words before the id of a task in the names of its fields. */
export const fillWords = { product: 'dien-san-pham', due: 'dien-han', version: 'dien-ban' } as const;
type Field = keyof typeof fillWords;

/** More rows than these are more than one sits through at once. */
const mostRows = 50;

const valueOf = (input: DeedInput, field: Field, id: string) =>
  input[eachRowName(fillWords[field], id)] ?? '';

/** Fills in products and deadlines that are missing, each task its own. */
export const fillInMany: BulkDeed = {
  name: 'bo-sung',
  label: (ctx) => texts(ctx.lang).many.fill.label,
  may: (ctx) =>
    ctx.actor.grants.has('planning.task.assign') ||
    Boolean(ctx.actor.standsInFor?.some((absent) => absent.grants.has('planning.task.assign'))),
  fields: () => Promise.resolve(null),
  eachRow: {
    most: mostRows,
    fields: async (ctx, targets, given, problems) => {
      const t = texts(ctx.lang);
      const gaps = await listGaps(
        ctx,
        targets.map((target) => target.id),
      );
      const field = (name: Exclude<Field, 'version'>, gap: Gap, label: string) => ({
        name: eachRowName(fillWords[name], gap.id),
        label: t.many.fill.of(label, gap.label),
        isLabelHidden: true,
        value: valueOf(given, name, gap.id),
        error: problems.find((problem) => problem.fieldId === eachRowName(fillWords[name], gap.id))?.text,
      });
      const reasons: Readonly<Record<string, string>> = { ...t.refusal, ...t.many.fill.reason };
      const isFillable = ({ reason, lacksProduct, lacksDue }: Gap) =>
        reason === undefined && (lacksProduct || lacksDue);
      return (
        <>
          {!gaps.some(isFillable) && <Notice tone="info" title={t.many.fill.none} />}
          <Table<Gap>
            caption={t.many.fill.caption}
            rows={gaps}
            rowKey={(gap) => gap.id}
            columns={[
              { key: 'task', label: t.many.fill.task, priority: 'lead', render: (gap) => gap.label },
              {
                key: 'product',
                label: t.record.product,
                size: 'bar',
                render: (gap) =>
                  gap.reason === undefined && gap.lacksProduct ? (
                    <TextField {...field('product', gap, t.record.product)} maxLength={longestProduct} />
                  ) : (
                    gap.product || (gap.reason && reasons[gap.reason])
                  ),
              },
              {
                key: 'due',
                label: t.form.dueOn,
                size: 'long',
                render: (gap) =>
                  gap.reason === undefined && gap.lacksDue ? (
                    <>
                      <DateField
                        {...field('due', gap, t.form.dueOn)}
                        hint={gap.dueText ? t.many.fill.printed(gap.dueText) : undefined}
                      />
                      <SeenVersion gap={gap} given={given} />
                    </>
                  ) : (
                    <>
                      {gap.dueText}
                      <SeenVersion gap={gap} given={given} />
                    </>
                  ),
              },
            ]}
          />
        </>
      );
    },
  },
  read: (ctx, given) => {
    const t = texts(ctx.lang);
    const ids = idsOf(given);
    const problems = ids.flatMap((id) => {
      const [product, due] = [valueOf(given, 'product', id), valueOf(given, 'due', id)];
      return [
        ...(product.length > longestProduct
          ? [{ fieldId: eachRowName(fillWords.product, id), text: t.fault.product }]
          : []),
        ...(due !== '' && !parseDayFirstDate(due)
          ? [{ fieldId: eachRowName(fillWords.due, id), text: t.fault.due }]
          : []),
      ];
    });
    const filled = ids.filter((id) => valueOf(given, 'product', id) + valueOf(given, 'due', id) !== '');
    if (problems.length > 0) return Promise.resolve({ ok: false, problems });
    if (filled.length === 0) {
      const [first = ''] = Object.keys(given).filter((name) => idOf(name) !== undefined);
      return Promise.resolve({ ok: false, problems: [{ fieldId: first, text: t.many.fill.nothing }] });
    }
    const input = filled.flatMap((id) => {
      const day = parseDayFirstDate(valueOf(given, 'due', id));
      return (
        [
          ['product', valueOf(given, 'product', id)],
          ['due', day ?? ''],
          ['version', valueOf(given, 'version', id)],
        ] as const
      ).flatMap(([field, value]) =>
        value === '' ? [] : [[eachRowName(fillWords[field], id), value] as const],
      );
    });
    return Promise.resolve({
      ok: true,
      input: Object.fromEntries(input),
      words: wordsOf(ctx.lang, given, filled),
    });
  },
  foresee: async (ctx, ids) => {
    const gaps = new Map((await listGaps(ctx, ids)).map((gap) => [gap.id, gap]));
    return new Map(ids.map((id) => [id, gaps.has(id) ? gaps.get(id)?.reason : 'not-found']));
  },
  run: (ctx, id, input) => fillIn(ctx, id, fillingOf(input, id)),
  undo: undoTask,
};

/** Sent with each row, so that what somebody else has filled in meanwhile is not overwritten. */
function SeenVersion({ gap, given }: { gap: Gap; given: DeedInput }) {
  const seen = valueOf(given, 'version', gap.id) || String(gap.version);
  return <input type="hidden" name={eachRowName(fillWords.version, gap.id)} value={seen} />;
}

function fillingOf(input: DeedInput, id: string): Filling {
  const [product, due] = [valueOf(input, 'product', id), valueOf(input, 'due', id)];
  return {
    ...(product !== '' && { product }),
    ...(due !== '' && { dueOn: plainDate(due) }),
    version: Number(valueOf(input, 'version', id)),
  };
}

/** The tasks for which something to fill in was sent. */
function idsOf(given: DeedInput): string[] {
  return [...new Set(Object.keys(given).flatMap((name) => idOf(name) ?? []))];
}

/** The task of a field to fill in; undefined for all other fields of the form. */
function idOf(name: string): string | undefined {
  const [word, id] = name.split('.');
  return word === fillWords.product || word === fillWords.due ? id : undefined;
}

function wordsOf(lang: Parameters<typeof texts>[0], given: DeedInput, ids: readonly string[]): string[] {
  const t = texts(lang);
  const products = ids.filter((id) => valueOf(given, 'product', id) !== '').length;
  const days = ids.flatMap((id) => parseDayFirstDate(valueOf(given, 'due', id)) ?? []).map(formatDate);
  return [
    ...(products > 0 ? [t.many.become(t.record.product, String(products))] : []),
    ...(days.length > 0 ? [t.many.become(t.form.dueOn, [...new Set(days)].join(', '))] : []),
  ];
}
