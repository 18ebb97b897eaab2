import type { BulkDeed } from '#modules/lists/index.server.ts';
import { parsePlainDate } from '#platform/clock/plain-date.ts';
import { parseId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { SelectField } from '#ui/field/choice-field.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { endFields } from '../../unit/parts/end-fields.tsx';
import { listUnits } from '../../unit/queries.server.ts';
import {
  changeOfficer,
  foreseeOfficers,
  mayDo,
  type OfficerChange,
  type OfficerDeed,
  undoOfficer,
} from '../change-many.server.ts';
import { texts } from '../texts.ts';

/** The names of the fields by which the deeds ask for more. */
export const changeWords = { unit: 'den-don-vi', day: 'nghi-tu', reason: 'ly-do' } as const;
const { unit: unitWord, day: dayWord, reason: reasonWord } = changeWords;

type Given = Readonly<Record<string, string>>;

/** A deed that asks for nothing more. */
function plainDeed(name: string, deed: OfficerDeed, label: (ctx: Ctx) => string): BulkDeed {
  return {
    name,
    label,
    may: (ctx) => mayDo(ctx, deed),
    fields: () => Promise.resolve(null),
    read: () => Promise.resolve({ ok: true, input: {}, words: [] }),
    foresee: (ctx, ids) => foreseeOfficers(ctx, ids, deed),
    run: (ctx, id) => changeOfficer(ctx, id, deed),
    undo: undoOfficer,
  };
}

const move: BulkDeed = {
  ...plainDeed('chuyen', 'move', (ctx) => texts(ctx.lang).move),
  fields: async (ctx, given, problems) => {
    const t = texts(ctx.lang);
    const units = (await listUnits(ctx)).filter((unit) => !unit.isCollective);
    return (
      <>
        <p>{t.many.moveText}</p>
        <SelectField
          name={unitWord}
          label={t.moveTo}
          value={given[unitWord] ?? ''}
          emptyLabel={t.unitChoose}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          error={problems[0]?.text}
        />
      </>
    );
  },
  read: async (ctx, given) => {
    const unit = (await listUnits(ctx)).find((one) => one.id === given[unitWord] && !one.isCollective);
    return unit
      ? { ok: true, input: { [unitWord]: unit.id }, words: [texts(ctx.lang).many.to(unit.name)] }
      : { ok: false, problems: [{ fieldId: unitWord, text: texts(ctx.lang).fault.unitId }] };
  },
  foresee: (ctx, ids, input) => foreseeOfficers(ctx, ids, 'move', changeOf(input)),
  run: (ctx, id, input) => changeOfficer(ctx, id, 'move', changeOf(input)),
};

const end: BulkDeed = {
  ...plainDeed('cho-nghi', 'end', (ctx) => texts(ctx.lang).end),
  ...endFields(changeWords, texts, (t, day) => t.leftOn(day)),
  foresee: (ctx, ids, input) => foreseeOfficers(ctx, ids, 'end', changeOf(input)),
  run: (ctx, id, input) => changeOfficer(ctx, id, 'end', changeOf(input)),
};

/** What can be done with many officers and their accounts at once. */
export const officerDeeds: readonly BulkDeed[] = [
  move,
  plainDeed('khoa', 'lock', (ctx) => accountTexts(ctx.lang).keeping.lock),
  plainDeed('mo-khoa', 'unlock', (ctx) => accountTexts(ctx.lang).keeping.unlock),
  end,
  plainDeed('khoi-phuc', 'restore', (ctx) => texts(ctx.lang).many.restore),
];

/** Why a deed is refused with an officer. */
export function reasonWords(ctx: Ctx, code: string): string {
  const t = texts(ctx.lang);
  const keeping = accountTexts(ctx.lang).keeping.refusal;
  const reasons: Readonly<Record<string, string>> = {
    ...keeping,
    ...t.refusal,
    ...t.many.refusal,
    'own-lock': keeping['own-account'],
  };
  return reasons[code] ?? code;
}

function changeOf(input: Given): OfficerChange {
  const unitId = parseId<'unit'>(input[unitWord]);
  const endOn = parsePlainDate(input[dayWord] ?? '');
  return {
    ...(unitId && { unitId }),
    ...(endOn && { endOn }),
    ...(input[reasonWord] && { reason: input[reasonWord] }),
  };
}
