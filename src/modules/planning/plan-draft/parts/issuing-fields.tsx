import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { FormGrid, WideField } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import type { PlanDraft } from '../plan-draft.ts';
import { texts } from '../texts.ts';

/** What the signature and the register add to a plan written by hand. */
export function IssuingFields(props: {
  ctx: Ctx;
  found: PlanDraft;
  values: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
}) {
  const { ctx, found, problems } = props;
  const t = texts(ctx.lang).issuing.issuing;
  const { head } = found;
  const values: Readonly<Record<string, string>> = {
    number: head?.number ?? '',
    date: formatDate((head?.date as PlainDate | null) ?? ctx.clock.today()),
    signerName: head?.signer.name ?? '',
    signerTitle: head?.signer.title ?? '',
    ...props.values,
  };
  const shared = (name: 'number' | 'date' | 'signerName' | 'signerTitle') => ({
    name,
    label: t[name],
    value: values[name],
    required: true,
    error: problems.find((problem) => problem.fieldId === name)?.text,
  });
  return (
    <Panel id="issuing" title={t.title}>
      <p class="form-lead">{t.lead}</p>
      <FormGrid>
        <TextField {...shared('number')} hint={t.numberHint} />
        <DateField {...shared('date')} />
        <TextField {...shared('signerName')} />
        <TextField {...shared('signerTitle')} />
        <WideField>
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            chooseLabel={t.choose}
            error={problems.find((problem) => problem.fieldId === 'file')?.text}
          />
        </WideField>
      </FormGrid>
    </Panel>
  );
}
