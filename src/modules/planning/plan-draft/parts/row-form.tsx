import { seenField, seenText } from '#platform/conflict/seen.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextareaField, TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { FormGrid, WideField } from '#ui/layout/layout.tsx';
import { draftLink, draftRowLink } from '../../links.ts';
import { axes } from '../../plan/axis.ts';
import { submitWords } from '../../plan/parts/regime-words.tsx';
import { texts as planTexts } from '../../plan/texts.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import type { Repair } from '../../reading/plan-reading.ts';
import type { ReturnedForm } from '../returned-form.ts';
import { type AnyRow, type PlanDraft, reportPeriods } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { RearrangeFields } from './rearrange-fields.tsx';
import { RowReasons } from './row-reasons.tsx';
import { type FieldName, fieldsOf, toFields } from './row-fields.tsx';
import { type Texts, texts } from '../texts.ts';
import { dueWords } from './row-words.tsx';

interface RowFormProps {
  readonly ctx: Ctx;
  readonly found: PlanDraft;
  readonly row: AnyRow;
  /** All rows, of which the sections are offered as choices. */
  readonly sections: readonly AnyRow[];
  /** The rows around it, to which words may be moved. */
  readonly neighbours: readonly AnyRow[];
  readonly repairs: readonly Repair[];
  readonly returned: ReturnedForm | undefined;
}

const long: ReadonlySet<string> = new Set([
  'task',
  'activity',
  'product',
  'text',
  'lead',
  'coordinators',
  'objective',
  'title',
]);

/** One row open for mending: its fields, and what may be done with it. */
export function RowForm({ ctx, found, row, sections, neighbours, repairs, returned }: RowFormProps) {
  const t = texts(ctx.lang);
  const values = returned?.values ?? toFields(row);
  const close = draftLink(found.id, { loai: row.kind });
  if (!policy.edit(ctx.actor).allowed) return null;
  return (
    <KeptForm action={draftRowLink(found.id, row.id)}>
      <HiddenField name="version" value={String(row.version)} />
      <HiddenField name={seenField} value={seenText(toFields(row))} />
      <RowReasons lang={ctx.lang} row={row} repairs={repairs} />
      <FormGrid>
        {fieldsOf[row.kind].map((name) => {
          const field = <RowField key={name} {...{ ctx, row, name, sections, values, returned }} />;
          return long.has(name) ? <WideField key={name}>{field}</WideField> : field;
        })}
      </FormGrid>
      <p class="form-actions">
        <Button kind="primary" name="deed" value="luu" shortcut="Enter Control+S">
          {t.deed.save}
        </Button>
        {row.state === 'skipped' ? (
          <Button name="deed" value="lay-lai" shortcut="Delete">
            {t.deed.bring}
          </Button>
        ) : (
          <Button name="deed" value="bo-qua" shortcut="Delete">
            {t.deed.skip}
          </Button>
        )}
        <LinkButton kind="quiet" href={close} shortcut="Escape">
          {t.deed.close}
        </LinkButton>
      </p>
      <RearrangeFields
        ctx={ctx}
        row={row}
        neighbours={neighbours}
        values={returned?.values ?? {}}
        errorOf={(name) => returned?.problems.find((problem) => problem.fieldId === name)?.text}
      />
    </KeptForm>
  );
}

function RowField(props: {
  ctx: Ctx;
  row: AnyRow;
  name: FieldName;
  sections: readonly AnyRow[];
  values: Readonly<Record<string, string>>;
  returned: ReturnedForm | undefined;
}) {
  const { ctx, row, name, sections, values, returned } = props;
  const t = texts(ctx.lang);
  const shared = {
    name,
    label: t.field[name],
    value: values[name] ?? '',
    error: returned?.problems.find((problem) => problem.fieldId === name)?.text,
    hint: storedHint(t, row, name, returned),
  };
  const none = { value: '', label: t.field.none };
  if (name === 'section') {
    const choices = sections.flatMap((one) =>
      one.kind === 'section' ? [{ value: one.data.code, label: `${one.data.code}. ${one.data.title}` }] : [],
    );
    return <SelectField {...shared} options={[none, ...choices]} />;
  }
  if (name === 'axis') {
    const words = taskTexts(ctx.lang).axis;
    return (
      <SelectField
        {...shared}
        options={[none, ...axes.map((axis) => ({ value: axis, label: words[axis] }))]}
      />
    );
  }
  if (name === 'period') {
    const period = planTexts(ctx.lang).period;
    return (
      <SelectField {...shared} options={reportPeriods.map((one) => ({ value: one, label: period[one] }))} />
    );
  }
  if (name === 'role') {
    const roles = ['basis', 'cited'] as const;
    return (
      <SelectField
        {...shared}
        options={roles.map((role) => ({ value: role, label: planTexts(ctx.lang)[role] }))}
      />
    );
  }
  if (name === 'submit_words' && row.kind === 'report') {
    const rule = { submitBy: null, submitRule: row.data.submit_rule, text: row.data.text };
    return <TextField {...shared} hint={t.hint.submit_words(submitWords(planTexts(ctx.lang), rule))} />;
  }
  if (name === 'operator') {
    const signs = ['>=', '<=', '=', '>', '<'] as const;
    return (
      <SelectField {...shared} options={signs.map((sign) => ({ value: sign, label: t.operator[sign] }))} />
    );
  }
  if (name === 'due_text' && row.kind === 'task') {
    return <TextField {...shared} hint={shared.hint ?? t.hint.due_text(dueWords(t, row.data.due))} />;
  }
  if (name === 'due_day') return <TextField {...shared} hint={shared.hint ?? t.hint.due_day} />;
  if (name === 'lead' || name === 'coordinators') {
    return <TextareaField {...shared} rows={linesFor(shared.value)} hint={shared.hint ?? t.hint.units} />;
  }
  return long.has(name) ? (
    <TextareaField {...shared} rows={linesFor(shared.value)} />
  ) : (
    <TextField {...shared} />
  );
}

/** What the row holds now, where a form that came back says otherwise: somebody may have saved meanwhile. */
function storedHint(
  t: Texts,
  row: AnyRow,
  name: FieldName,
  returned: ReturnedForm | undefined,
): string | undefined {
  if (!returned) return undefined;
  const stored = toFields(row)[name] ?? '';
  return stored === (returned.values[name] ?? '').replaceAll('\r\n', '\n')
    ? undefined
    : t.hint.stored(stored || t.field.none);
}

/** Lines that a text takes in its box, within bounds. */
function linesFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 64), 0);
  return Math.min(8, Math.max(2, lines));
}
