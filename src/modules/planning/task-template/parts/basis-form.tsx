import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { Button } from '#ui/button/button.tsx';
import { RadioCards, SelectField } from '#ui/field/choice-field.tsx';
import { DateField } from '#ui/field/text-field.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { texts } from '../texts.ts';
import type { Basis } from './basis.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** From which day the days of a template are counted, and for whom; counting again goes back to the template. */
export function BasisForm(props: {
  lang: Lang;
  action: string;
  basis: Basis;
  /** The deadline of the larger task, back from which days can be counted. */
  latest: PlainDate | null;
  units: readonly Option[];
  people: readonly Option[];
}) {
  const { lang, basis, latest } = props;
  const t = texts(lang);
  return (
    <Panel id="basis" title={t.making.basis} note={t.making.begins(formatDate(basis.forAll.begin))}>
      <form method="get" action={props.action} class="form" novalidate>
        {latest && (
          <RadioCards
            name="moc"
            label={t.making.basisName}
            value={basis.isFromDue ? 'han' : 'ngay'}
            options={[
              { value: 'ngay', label: t.making.basisBegin },
              { value: 'han', label: t.making.basisDue(formatDate(latest)) },
            ]}
          />
        )}
        <DateField
          name="tu"
          label={t.fields.begin}
          hint={t.making.beginHint}
          value={basis.typed}
          error={basis.isWrong ? t.fault.dueOn : undefined}
        />
        <SelectField
          name="don-vi"
          label={t.fields.unit}
          hint={t.making.unitHint}
          value={basis.forAll.leadUnitId ?? ''}
          options={props.units}
          emptyLabel={t.choose}
        />
        <SelectField
          name="nguoi"
          label={t.fields.assignee}
          value={basis.forAll.assigneeId ?? ''}
          options={props.people}
          emptyLabel={t.choose}
        />
        <p class="field-hint">{t.making.recountHint}</p>
        <p class="form-actions">
          <Button>{t.making.recount}</Button>
        </p>
      </form>
    </Panel>
  );
}
