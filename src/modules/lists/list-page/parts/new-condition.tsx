import { writeFilter } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import { hasNewCondition, newConditionWords as names } from '#platform/list/new-condition.ts';
import { type ListField, operators, operatorsOf } from '#platform/list/operator.ts';
import { namedPeriods } from '#platform/list/period.ts';
import { addressOf } from '#platform/list/address.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, SelectField } from '#ui/field/choice-field.tsx';
import { DateField, NumberField, TextField } from '#ui/field/text-field.tsx';
import { FormGrid } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import type { FieldWords } from '../field-words.ts';
import { texts } from '../texts.ts';
import { clauseWords, periodWords, type SpokenList } from './condition-words.tsx';

interface NewConditionProps {
  readonly list: SpokenList & { readonly path: string };
  readonly state: ListState;
  readonly given: URLSearchParams;
}

/** So many values still stand as boxes to tick; more of them are a folded list. */
const mostBoxes = 12;

/** The form that adds one condition to a filter. It works without script, so it offers every comparison at once. */
export function NewCondition({ list, state, given }: NewConditionProps) {
  const t = texts(list.lang);
  const name = given.get(names.field) ?? '';
  const field = Object.hasOwn(list.shape.fields, name) ? list.shape.fields[name] : undefined;
  const words = list.words[name];
  if (!field || !words) return null;
  const isWrong = hasNewCondition(given);
  const current = writeFilter(list.shape, state);
  return (
    <Panel id="new-condition" title={t.addTo(words.label)}>
      <ErrorSummary
        title={t.addProblem}
        problems={isWrong ? [{ fieldId: names.value, text: t.addFault }] : []}
      />
      <form class="form" action={list.path}>
        {[...current, [names.field, name] as const].map(([key, value], at) => (
          <input key={`${key}-${at}`} type="hidden" name={key} value={value} />
        ))}
        <FormGrid>
          <SelectField
            name={names.operator}
            label={t.compare}
            value={given.get(names.operator) ?? ''}
            options={operatorsOf(field).map((one) => ({
              value: operators[one].address,
              label: t.operators[one],
            }))}
          />
          <Values list={list} field={field} words={words} given={given} />
          {state.clauses.length > 0 && (
            <SelectField
              name={names.besides}
              label={t.join}
              value={given.get(names.besides) ?? ''}
              emptyLabel={t.joinAll}
              options={state.clauses.map((clause, at) => ({
                value: String(at),
                label: t.joinOne(clauseWords(list, clause)),
              }))}
            />
          )}
        </FormGrid>
        <ButtonRow>
          <Button kind="primary" type="submit">
            {t.addSubmit}
          </Button>
          <LinkButton kind="quiet" href={addressOf(list.path, current)}>
            {t.cancel}
          </LinkButton>
        </ButtonRow>
      </form>
    </Panel>
  );
}

interface ValuesProps {
  readonly list: SpokenList;
  readonly field: ListField;
  readonly words: FieldWords;
  readonly given: URLSearchParams;
}

function Values(props: ValuesProps) {
  const { list, field, words, given } = props;
  const t = texts(list.lang);
  const value = given.get(names.value) ?? '';
  const options = words.options ?? [];
  switch (field.kind) {
    case 'date':
      return <Days {...props} />;
    case 'number':
      return (
        <>
          <NumberField name={names.value} label={t.firstNumber} value={value} />
          <NumberField
            name={names.second}
            label={t.lastNumber}
            value={given.get(names.second) ?? ''}
            hint={t.lastDayHint}
          />
        </>
      );
    case 'yes-no':
      return (
        <SelectField
          name={names.value}
          label={t.value}
          value={value}
          options={[
            { value: 'co', label: t.yes },
            { value: 'khong', label: t.no },
          ]}
        />
      );
    case 'text':
      return <TextField name={names.value} label={t.value} value={value} maxLength={200} />;
    default:
      return options.length > mostBoxes ? (
        <SelectField name={names.value} label={t.value} value={value} emptyLabel="–" options={[...options]} />
      ) : (
        <CheckboxGroup
          name={names.value}
          label={t.values}
          values={given.getAll(names.value)}
          options={[...options]}
        />
      );
  }
}

function Days({ list, given }: ValuesProps) {
  const t = texts(list.lang);
  return (
    <>
      <DateField
        name={names.value}
        label={t.firstDay}
        hint={t.dayHint}
        value={given.get(names.value) ?? ''}
      />
      <DateField
        name={names.second}
        label={t.lastDay}
        hint={t.lastDayHint}
        value={given.get(names.second) ?? ''}
      />
      <SelectField
        name={names.period}
        label={t.period}
        hint={t.periodHint}
        value={given.get(names.period) ?? ''}
        emptyLabel="–"
        options={namedPeriods.map((one) => ({ value: one, label: periodWords(list.lang, one) }))}
      />
      <NumberField name={names.days} label={t.dayCount} isWhole value={given.get(names.days) ?? ''} />
      <SelectField
        name={names.side}
        label={t.daySide}
        value={given.get(names.side) ?? 'toi'}
        options={[
          { value: 'toi', label: t.next },
          { value: 'qua', label: t.last },
        ]}
      />
    </>
  );
}
