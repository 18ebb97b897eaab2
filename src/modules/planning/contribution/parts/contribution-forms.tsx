import type { ComponentChildren } from 'preact';
import { listOfficers, noteOfficersSeen } from '#modules/directory/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { contributionLink } from '../../links.ts';
import type { TaskRecord } from '../../task/queries.server.ts';
import type { Contribution, ContributionDeed } from '../contribution.ts';
import { longestContribution } from '../input.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** What came back in one of the forms. */
export interface Sent {
  readonly deed: ContributionDeed;
  readonly text: string;
  readonly officer: string;
}

/** The form of each deed that is this person's to do now. */
export async function contributionForms(
  ctx: Ctx,
  task: TaskRecord,
  part: Contribution,
  sent: Sent | undefined,
  problems: readonly FieldProblem[],
) {
  const t = texts(ctx.lang);
  const can = policy.abilities(ctx.actor, task, part);
  const typed = (deed: ContributionDeed, before: string) => (sent?.deed === deed ? sent.text : before);
  const errorOf = (id: string) => problems.find((problem) => problem.fieldId === id)?.text;
  const said = (deed: Exclude<ContributionDeed, 'accept'>, label: string, hint: string, value: string) => (
    <TextareaField
      id={`${deed}-text`}
      name="text"
      label={label}
      hint={hint}
      value={typed(deed, value)}
      maxLength={longestContribution}
      required
      error={errorOf(`${deed}-text`)}
    />
  );
  const officers = can.accept ? (await listOfficers(ctx)).filter((one) => one.unitId === part.unitId) : [];
  if (officers.length > 0) noteOfficersSeen(ctx, officers.length, ['fullName']);
  const isAgain = part.stage === 'accepted';
  const isOfUnit = officers.some((one) => one.id === ctx.actor.officerId);
  return (
    <>
      {can.contribute && (
        <Deed part={part} task={task} deed="contribute" title={t.contribute} isMain>
          {said('contribute', t.contributeText, t.contributeHint, part.text ?? '')}
        </Deed>
      )}
      {can.accept && (
        <Deed part={part} task={task} deed="accept" title={isAgain ? t.acceptAgain : t.accept}>
          <SelectField
            id="accept-officer"
            name="officer"
            label={t.officer}
            hint={t.acceptHint}
            value={sent?.officer ?? part.officerId ?? (isOfUnit ? (ctx.actor.officerId ?? '') : '')}
            options={[
              { value: '', label: t.choose },
              ...officers.map((one) => ({ value: one.id, label: one.fullName })),
            ]}
            error={errorOf('accept-officer')}
          />
        </Deed>
      )}
      {can['send-back'] && (
        <Deed
          part={part}
          task={task}
          deed="send-back"
          title={part.stage === 'declined' ? t.askAgain : t.sendBack}
        >
          {said('send-back', t.sendBackText, '', '')}
        </Deed>
      )}
      {can.decline && (
        <Deed part={part} task={task} deed="decline" title={t.decline}>
          {said('decline', t.declineText, t.declineHint, '')}
        </Deed>
      )}
    </>
  );
}

const paths = { accept: 'nhan', contribute: 'nop', decline: 'tu-choi', 'send-back': 'tra-lai' } as const;

function Deed(props: {
  task: TaskRecord;
  part: Contribution;
  deed: ContributionDeed;
  title: string;
  isMain?: boolean;
  children: ComponentChildren;
}) {
  const { task, part, deed, title } = props;
  return (
    <Panel id={deed} title={title}>
      <form
        method="post"
        action={contributionLink(task.id, part.unitId, paths[deed])}
        class="form"
        novalidate
      >
        <input type="hidden" name="version" value={part.version} />
        {props.children}
        <p class="form-actions">
          <Button kind={props.isMain ? 'primary' : 'secondary'}>{title}</Button>
        </p>
      </form>
    </Panel>
  );
}
