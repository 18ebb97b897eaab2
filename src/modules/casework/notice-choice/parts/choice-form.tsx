import type { Lang } from '#platform/i18n/lang.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { type Choice, SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { FormGrid, Stack } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import type { ChoiceLayer } from '../choice-owner.ts';
import { type ChoiceField, type ChoiceValues, whenField } from '../choice-values.ts';
import {
  channels,
  earliestDigest,
  latestDigest,
  type NoticeGroup,
  noticeGroups,
  whens,
} from '../notice-choice.ts';
import { texts } from '../texts.ts';
import { fieldLabel, fieldWords } from './choice-words.tsx';

/** Offered beside the numbers that somebody else may have set by a program. */
const usualLateEvery = ['0', '1', '2', '3', '5', '10'];

type ChoiceFormProps = {
  lang: Lang;
  layer: ChoiceLayer;
  action: string;
  values: ChoiceValues & { readonly version: string };
  /** What counts where nothing is chosen. */
  above: ChoiceValues;
  problems: readonly FieldProblem[];
};

/** Everything that a layer may say, each with what is above it as the first choice. */
export function ChoiceForm(props: ChoiceFormProps) {
  const { lang, action, values, above } = props;
  const t = texts(lang);
  const select = (name: ChoiceField, options: readonly string[]) => selectOf(props, name, options);
  return (
    <KeptForm action={action}>
      <HiddenField name="version" value={values.version} />
      <Stack>
        <Panel id="reminder" title={t.part.reminder}>
          <FormGrid>
            <TextField
              name="daysBefore"
              label={t.field.daysBefore}
              hint={t.hint.daysBefore(asAbove(props, 'daysBefore'))}
              value={values.daysBefore}
              error={errorOf(props, 'daysBefore')}
              maxLength={40}
              placeholder={fieldWords(lang, 'daysBefore', above.daysBefore)}
            />
            <SelectField {...select('onTheDay', ['1', '0'])} />
            <SelectField {...select('lateEvery', usualLateEvery)} />
          </FormGrid>
        </Panel>
        <Panel id="letter" title={t.part.letter}>
          <FormGrid>
            <SelectField {...select('digestAt', ['off', ...digestTimes])} />
            <SelectField {...select('lang', ['vi', 'en'])} />
          </FormGrid>
        </Panel>
        <Panel id="quiet" title={t.part.quiet}>
          <FormGrid>
            <SelectField {...select('quietFrom', ['off', ...halfHours])} />
            <SelectField {...select('quietTo', halfHours)} />
            <SelectField {...select('quietOnDaysOff', ['1', '0'])} />
          </FormGrid>
        </Panel>
        <Panel id="when" title={t.part.when} note={t.hint.when} isFlush>
          <Table<NoticeGroup>
            caption={t.part.when}
            rows={noticeGroups}
            rowKey={(group) => group}
            frame="none"
            columns={whenColumns(props)}
          />
        </Panel>
        <p class="form-actions">
          <Button kind="primary">{t.save}</Button>
          <Button name="deed" value="thu">
            {t.tryOut}
          </Button>
        </p>
      </Stack>
    </KeptForm>
  );
}

function whenColumns(props: ChoiceFormProps): Column<NoticeGroup>[] {
  const t = texts(props.lang);
  return [
    {
      key: 'group',
      label: t.column.group,
      priority: 'lead',
      render: (group) => (
        <>
          {t.group[group]}
          <small>{t.groupHint[group]}</small>
        </>
      ),
    },
    ...channels.map((channel) => ({
      key: channel,
      label: t.channel[channel],
      size: 'long' as const,
      render: (group: NoticeGroup) => (
        <SelectField {...selectOf(props, whenField(group, channel), whens)} isLabelHidden />
      ),
    })),
  ];
}

function selectOf(props: ChoiceFormProps, name: ChoiceField, usual: readonly string[]) {
  const { lang, values } = props;
  // Another value than those offered may have been set by a program.
  const others = values[name] === '' || usual.includes(values[name]) ? [] : [values[name]];
  const options: Choice[] = [...usual, ...others].map((value) => ({
    value,
    label: fieldWords(lang, name, value),
  }));
  return {
    name,
    label: fieldLabel(lang, name),
    value: values[name],
    emptyLabel: asAbove(props, name),
    options,
    error: errorOf(props, name),
  };
}

function asAbove({ lang, layer, above }: ChoiceFormProps, name: ChoiceField): string {
  const t = texts(lang);
  return t.asWith(t.as[layer], fieldWords(lang, name, above[name]));
}

function errorOf({ problems }: ChoiceFormProps, name: ChoiceField): string | undefined {
  return problems.find(({ fieldId }) => fieldId === name)?.text;
}

const halfHours = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});
const digestTimes = halfHours.filter((at) => at >= earliestDigest && at <= latestDigest);
