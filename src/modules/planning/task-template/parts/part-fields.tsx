import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxField, SelectField } from '#ui/field/choice-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { Table } from '#ui/table/table.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { longestProduct } from '../../task/task.ts';
import { longestEvidence, longestTitle } from '../task-template.ts';
import { texts } from '../texts.ts';
import type { PartValues } from './part-values.tsx';
import { stepField } from './template-values.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What would be made and until when, before the fields of each. */
function AtAGlance({ lang, rows }: { lang: Lang; rows: readonly PartValues[] }) {
  const t = texts(lang);
  return (
    <Table<PartValues & { number: number }>
      caption={t.making.glance}
      rows={rows.map((row, index) => ({ ...row, number: index + 1 }))}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'title',
          label: t.fields.title,
          priority: 'lead',
          render: (row) => `${formatNumber(lang, row.number)}. ${row.title}`,
        },
        { key: 'due', label: t.fields.dueOn, size: 'medium', render: (row) => row.due || '–' },
        { key: 'after', label: t.fields.after, size: 'medium', render: (row) => row.after || '–' },
      ]}
    />
  );
}

/** The parts that will be made, each with its real day and its people; everything can be changed, and any left out. */
export function PartFields(props: {
  lang: Lang;
  rows: readonly PartValues[];
  problems: readonly FieldProblem[];
  units: readonly Option[];
  people: readonly Option[];
  latest: PlainDate | null;
}) {
  const { lang, rows, units, people } = props;
  const t = texts(lang);
  return (
    <>
      <input type="hidden" name="parts" value={String(rows.length)} />
      {rows.length > 1 && <AtAGlance lang={lang} rows={rows} />}
      {rows.map((row, index) => {
        const number = index + 1;
        const field = (name: keyof PartValues) => ({
          name: stepField(number, name),
          value: row[name],
          error: props.problems.find(({ fieldId }) => fieldId === stepField(number, name))?.text,
        });
        return (
          <Panel key={number} id={`v${number}`} title={t.step(formatNumber(lang, number))}>
            <div class="form">
              <TextField {...field('title')} label={t.fields.title} maxLength={longestTitle} />
              <DateField
                {...field('due')}
                label={t.fields.dueOn}
                hint={props.latest ? t.making.latest(formatDate(props.latest)) : t.making.dayHint}
              />
              <SelectField {...field('unit')} label={t.fields.unit} options={units} emptyLabel={t.choose} />
              <SelectField
                {...field('assignee')}
                label={t.fields.assignee}
                options={people}
                emptyLabel={t.choose}
              />
              <TextField {...field('product')} label={t.fields.product} maxLength={longestProduct} />
              <TextField {...field('evidence')} label={t.fields.evidence} maxLength={longestEvidence} />
              <TextField
                {...field('after')}
                label={t.fields.after}
                hint={t.fields.afterHint}
                maxLength={60}
              />
              <CheckboxField
                name={stepField(number, 'skip')}
                label={t.making.leaveOut}
                value="1"
                checked={row.skip !== ''}
              />
            </div>
          </Panel>
        );
      })}
    </>
  );
}
