import type { Lang } from '#platform/i18n/lang.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ComboboxField } from '#ui/combobox/combobox-field.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup } from '#ui/field/choice-field.tsx';
import { DateField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { SectionHead } from '#ui/page-head/page-head.tsx';
import { taskLink, tasksLink } from '../../links.ts';
import { longestProduct } from '../../task/task.ts';
import { longestDueText, longestTitle } from '../task-from-above.ts';
import { texts } from '../texts.ts';
import { DocumentFields } from './document-fields.tsx';
import type { Values } from './read-form.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface TaskFieldsProps {
  lang: Lang;
  values: Values;
  problems: readonly FieldProblem[];
  same: { readonly id: string; readonly code: string } | undefined;
  people: readonly Option[];
  units: readonly Option[];
}

/** The form of a task from above. */
export function TaskForm({ action, ...fields }: TaskFieldsProps & { action: string }) {
  const t = texts(fields.lang);
  return (
    <KeptForm action={action} class="form">
      <TaskFields {...fields} />
      <p class="form-actions">
        <Button kind="primary">{t.save}</Button>
        {fields.same && (
          <Button name="twice" value="1">
            {t.saveTwice}
          </Button>
        )}
        <LinkButton kind="quiet" href={tasksLink()}>
          {t.back}
        </LinkButton>
      </p>
    </KeptForm>
  );
}

/** The document, the work, and the people of a task from above; where the same stands already, also the way to it. */
export function TaskFields(props: TaskFieldsProps) {
  const { lang, values, same } = props;
  const t = texts(lang);
  const field = (name: keyof Omit<Values, 'coordinating'>) => ({
    name,
    value: values[name],
    error: props.problems.find((problem) => problem.fieldId === name)?.text,
  });
  const among = { emptyLabel: t.choose, words: t.finding };
  return (
    <>
      {same && (
        <p>
          <a href={taskLink(same.id)}>{t.openSame(same.code)}</a>
        </p>
      )}
      <SectionHead id="document" title={t.document} />
      <DocumentFields lang={lang} field={field} />
      <SectionHead id="work" title={t.work} />
      <TextareaField {...field('title')} label={t.task} maxLength={longestTitle} rows={2} required />
      <TextField {...field('product')} label={t.product} maxLength={longestProduct} />
      <TextField {...field('dueText')} label={t.dueText} hint={t.dueTextHint} maxLength={longestDueText} />
      <DateField {...field('due')} label={t.due} hint={t.dayHint} />
      <SectionHead id="people" title={t.people} />
      <ComboboxField {...among} {...field('unit')} label={t.unit} options={[...props.units]} />
      <CheckboxGroup
        name="coordinating"
        label={t.coordinating}
        values={[...values.coordinating]}
        options={[...props.units]}
      />
      <ComboboxField {...among} {...field('assignee')} label={t.assignee} options={[...props.people]} />
      <ComboboxField {...among} {...field('approver')} label={t.approver} options={[...props.people]} />
    </>
  );
}
