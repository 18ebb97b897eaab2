import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, SelectField } from '#ui/field/choice-field.tsx';
import { TextareaField, TextField } from '#ui/field/text-field.tsx';
import { lifetimes, longestTokenName } from '../api-token.ts';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { texts } from '../texts.ts';
import { scopeName } from './token-panel.tsx';

/** What was typed into the form of a new key. */
export interface TypedToken {
  readonly name: string;
  readonly days: string;
  readonly addresses: string;
  readonly scopes: readonly string[];
}

export const nothingTyped: TypedToken = { name: '', days: '90', addresses: '', scopes: [] };

/** Asks for the name of a new key, how long it works, what it may do, and from where. */
export function TokenForm(props: {
  ctx: Ctx;
  action: string;
  scopes: readonly string[];
  typed: TypedToken;
  problems: readonly FieldProblem[];
}) {
  const { ctx, typed } = props;
  const t = texts(ctx.lang);
  const errorOf = (name: string) => props.problems.find((one) => one.fieldId === name)?.text;
  return (
    <KeptForm action={props.action} class="form">
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={typed.name}
        maxLength={longestTokenName}
        required
        error={errorOf('name')}
      />
      <SelectField
        name="days"
        label={t.days}
        value={typed.days}
        options={lifetimes.map((days) => ({
          value: String(days),
          label: t.daysOption(formatNumber(ctx.lang, days)),
        }))}
        error={errorOf('days')}
      />
      <CheckboxGroup
        name="scopes"
        label={t.scopes}
        hint={t.scopesHint}
        values={typed.scopes}
        options={props.scopes.map((scope) => ({ value: scope, label: scopeName(ctx, scope) }))}
        error={errorOf('scopes')}
      />
      <TextareaField
        name="addresses"
        label={t.addresses}
        hint={t.addressesHint}
        value={typed.addresses}
        error={errorOf('addresses')}
      />
      <Button kind="primary">{t.add}</Button>
    </KeptForm>
  );
}
