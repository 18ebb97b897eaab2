import { seenField, seenText } from '#platform/conflict/seen.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { officerAccountLink } from '../../links.ts';
import type { KeptOfficer } from '../../officer/officer.ts';
import { roleFacts } from '../../officer/role-facts.ts';
import type { Role } from '../../role/role.ts';
import { roleName } from '../../role/role-name.ts';
import { suggestedName } from '../suggested-name.ts';
import { usualRole } from '../usual-role.ts';
import { texts } from '../texts.ts';

/** What was typed into the account form. */
export interface AccountTyped {
  readonly signInName?: string;
  readonly roleIds: readonly string[];
}

interface AccountPanelProps {
  readonly lang: Lang;
  readonly officer: KeptOfficer;
  readonly roles: readonly Role[];
  readonly typed: AccountTyped | undefined;
  readonly problems: readonly FieldProblem[];
}

/** How an officer signs in: the form that opens the account, or what can be done with it. */
export function AccountPanel(props: AccountPanelProps) {
  const t = texts(props.lang).keeping;
  const { officer } = props;
  const { account } = officer;
  if (!account) {
    return (
      <Panel id="account" title={t.title}>
        <p class="form-lead">{t.openText}</p>
        <form method="post" action={officerAccountLink(officer.id)} class="form" novalidate>
          <TextField
            name="signInName"
            label={t.signInName}
            hint={t.signInHint}
            value={props.typed?.signInName ?? suggestedName(officer.fullName)}
            autocomplete="off"
            spellcheck={false}
            error={props.problems.find((one) => one.fieldId === 'signInName')?.text}
            required
          />
          <RoleChoice {...props} values={props.typed?.roleIds ?? usualRoles(props)} />
          <Button kind="primary">{t.open}</Button>
        </form>
      </Panel>
    );
  }
  return (
    <Panel id="account" title={`${t.title}: ${account.signInName}`}>
      <KeptForm action={officerAccountLink(officer.id, 'vai-tro')} class="form">
        <HiddenField name={seenField} value={seenText(roleFacts(account.roleIds))} />
        <RoleChoice {...props} values={props.typed?.roleIds ?? account.roleIds} />
        <Button kind="primary">{t.setRoles}</Button>
      </KeptForm>
      <p class="form-lead">{t.resetText}</p>
      <ButtonRow>
        <form method="post" action={officerAccountLink(officer.id, 'mat-khau')}>
          <Button icon="key">{t.reset}</Button>
        </form>
        <form method="post" action={officerAccountLink(officer.id, account.isLocked ? 'mo-khoa' : 'khoa')}>
          <Button kind={account.isLocked ? 'secondary' : 'danger'} icon="lock">
            {account.isLocked ? t.unlock : t.lock}
          </Button>
        </form>
      </ButtonRow>
    </Panel>
  );
}

function RoleChoice({ lang, roles, values, problems }: AccountPanelProps & { values: readonly string[] }) {
  return (
    <CheckboxGroup
      name="roles"
      label={texts(lang).keeping.roles}
      values={values}
      options={roles
        .filter((role) => !role.isEnded)
        .map((role) => ({ value: role.id, label: roleName(lang, role) }))}
      error={problems.find((one) => one.fieldId === 'roles')?.text}
    />
  );
}

/** The role that most people of the position hold. */
function usualRoles({ officer, roles }: AccountPanelProps): string[] {
  const code = usualRole(officer);
  return roles.filter((role) => role.code === code).map((role) => role.id);
}
