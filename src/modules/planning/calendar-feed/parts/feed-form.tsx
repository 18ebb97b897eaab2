import type { Lang } from '#platform/i18n/lang.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { feedsLink } from '../../links.ts';
import { feedKinds, longestFeedName } from '../calendar-feed.ts';
import { texts } from '../texts.ts';

/** What was typed into the form of a new link. */
export interface TypedFeed {
  readonly name: string;
  readonly kind: string;
  readonly plan: string;
  readonly view: string;
}

export const nothingTyped: TypedFeed = { name: '', kind: 'own', plan: '', view: '' };

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Asks for the name of a new calendar and what it shows. */
export function FeedForm(props: {
  lang: Lang;
  typed: TypedFeed;
  plans: readonly Option[];
  views: readonly Option[];
  problems: readonly FieldProblem[];
}) {
  const { lang, typed } = props;
  const t = texts(lang);
  const errorOf = (name: string) => props.problems.find((one) => one.fieldId === name)?.text;
  return (
    <KeptForm action={feedsLink()} class="form">
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={typed.name}
        maxLength={longestFeedName}
        required
        error={errorOf('name')}
      />
      <SelectField
        name="kind"
        label={t.shows}
        value={typed.kind}
        options={feedKinds.map((kind) => ({ value: kind, label: t.kind[kind] }))}
        error={errorOf('kind')}
      />
      {props.plans.length > 0 && (
        <SelectField
          name="plan"
          label={t.plan}
          hint={t.planHint}
          value={typed.plan}
          options={[...props.plans]}
          emptyLabel={t.none}
          error={errorOf('plan')}
        />
      )}
      {props.views.length > 0 && (
        <SelectField
          name="view"
          label={t.view}
          hint={t.viewHint}
          value={typed.view}
          options={[...props.views]}
          emptyLabel={t.none}
          error={errorOf('view')}
        />
      )}
      <Button kind="primary">{t.add}</Button>
    </KeptForm>
  );
}
