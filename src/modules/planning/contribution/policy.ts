import type { Actor } from '#platform/session/actor.ts';
import { allow, type Decision, deny } from '#platform/session/decision.ts';
import { holds, mayRead, persons } from '../task/policy.ts';
import type { TaskNature, TaskRelations } from '../task/task.ts';
import {
  type Contribution,
  type ContributionDeed,
  contributionDeeds,
  contributionSteps,
} from './contribution.ts';

type TaskFacts = TaskRelations & { readonly nature: TaskNature };
type ContributionFacts = Pick<Contribution, 'unitId' | 'officerId' | 'stage'>;

/**
 * A coordinating unit answers for its own part, by its people or by whoever is in charge of it; sending back is for
 * those who answer for the task. Both only while the task is open.
 */
export function may(
  actor: Actor,
  name: ContributionDeed,
  task: TaskFacts,
  contribution: ContributionFacts,
): Decision {
  const act = `planning.contribution.${name}`;
  const isTheirs =
    name === 'send-back'
      ? holds(actor, act, task, ['assigneeId', 'approverId'])
      : answers(actor, act, task, contribution);
  if (!isTheirs) return deny('no-grant');
  if (task.state !== 'open' || task.nature === 'series') return deny('wrong-state');
  return contributionSteps[contribution.stage][name] ? allow : deny('wrong-state');
}

/** What this person may do with the contribution now, for the page to show. */
export function abilities(
  actor: Actor,
  task: TaskFacts,
  contribution: ContributionFacts,
): Readonly<Record<ContributionDeed, boolean>> {
  const allowed = contributionDeeds.map(
    (name) => [name, may(actor, name, task, contribution).allowed] as const,
  );
  return Object.fromEntries(allowed) as Record<ContributionDeed, boolean>;
}

function answers(actor: Actor, act: string, task: TaskRelations, contribution: ContributionFacts): boolean {
  return persons(actor).some((one) => {
    if (!mayRead(one, task)) return false;
    const scope = one.grants.get(act);
    if (scope === 'all') return true;
    if (scope === undefined) return false;
    const isOwn = one.officerId !== null && one.officerId === contribution.officerId;
    return isOwn || (scope === 'unit' && one.unitIds.includes(contribution.unitId));
  });
}
