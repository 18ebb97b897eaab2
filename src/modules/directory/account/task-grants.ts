import type { Scope } from '#platform/session/actor.ts';

type Grants = Readonly<Record<string, Scope>>;

/**
 * Doing a task: receiving it, working on it, splitting it, handing it in, and saying what it waits for and which
 * targets it is for. A coordinating
 * unit's part is the unit's, whoever of it does it.
 */
export function doing(scope: 'all' | 'unit' | 'own'): Grants {
  return {
    'planning.task.change-many': 'all',
    'planning.task.take-back': 'all',
    'planning.task.accept': scope,
    'planning.task.decline': scope,
    'planning.task.start': scope,
    'planning.task.submit': scope,
    'planning.task.withdraw': scope,
    'planning.task.record-event': scope,
    'planning.contribution.accept': scope === 'all' ? 'all' : 'unit',
    'planning.contribution.contribute': scope === 'all' ? 'all' : 'unit',
    'planning.contribution.decline': scope === 'all' ? 'all' : 'unit',
    'planning.contribution.send-back': scope,
    'planning.sub-task.add': scope,
    'planning.task-template.use': 'all',
    'planning.task-template.take-back': 'all',
    'planning.dependency.add': scope,
    'planning.dependency.remove': scope,
    'planning.task-target.link': scope,
    'planning.task-target.unlink': scope,
    'planning.task.ask-due-change': scope,
    'planning.task.withdraw-due-change': scope,
  };
}

/** Judging what was handed in, and deciding about its deadline; `own` is where the person is named as the approver. */
export function judging(scope: 'all' | 'own'): Grants {
  return {
    'planning.task.approve': scope,
    'planning.task.send-back': scope,
    'planning.task.change-due': scope,
    'planning.task.grant-due-change': scope,
    'planning.task.refuse-due-change': scope,
  };
}
