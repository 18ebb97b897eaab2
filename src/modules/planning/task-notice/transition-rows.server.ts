import { z } from 'zod';
import { operations } from '../task/deeds-api.server.ts';
import { ownAs } from '../task/policy.ts';
import {
  eventOfDeed,
  type TaskDeed,
  taskDeeds,
  type TaskEventKind,
  type TaskStage,
  taskStages,
  transitions,
} from '../task/task-life.ts';
import { type NoticedStep, settledBy, type TaskNoticeKind, tellingsOf } from './task-notice.ts';

/** What can be done at one step of a task's life, and everything that goes by it. */
export interface TransitionRow {
  readonly stage: TaskStage;
  readonly deed: TaskDeed;
  readonly to: TaskStage;
  /** As whom of a task it is done to one's own. */
  readonly ownAs: readonly ('assigneeId' | 'approverId')[];
  /** What has to be said with it, by the names that programs send. */
  readonly mustSay: readonly string[];
  readonly event: TaskEventKind;
  /** Who is told what, by their part in the task. */
  readonly told: readonly { readonly kind: TaskNoticeKind; readonly who: readonly string[] }[];
  readonly settles: readonly TaskNoticeKind[];
}

/** The parts that people have in a task, in the place of their ids. */
export interface TaskPeople {
  readonly doer: string;
  readonly newDoer: string;
  readonly approver: string;
  readonly assigner: string;
  readonly coordinatingHead: string;
  readonly inCharge: string;
}

/** The transition table of tasks with rights, words and notices, read off what the product itself goes by. */
export function transitionRows(people: TaskPeople): TransitionRow[] {
  return taskStages.flatMap((stage) =>
    taskDeeds.flatMap((deed) => {
      const to = transitions[stage][deed];
      if (to === undefined) return [];
      const event = eventOfDeed[deed];
      return [
        {
          stage,
          deed,
          to,
          ownAs: ownAs[deed],
          mustSay: mustSay(deed),
          event,
          told: told(people, stage, deed, to),
          settles: settledBy(event),
        },
      ];
    }),
  );
}

function mustSay(deed: TaskDeed): readonly string[] {
  const body = operations.find((operation) => operation.id === `planning.task.${deed}`)?.body;
  return body ? (z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }).required ?? []) : [];
}

function told(people: TaskPeople, stage: TaskStage, deed: TaskDeed, to: TaskStage) {
  const step = {
    kind: eventOfDeed[deed],
    before: {
      stage,
      assigneeId: people.doer,
      approverId: people.approver,
      assignerId: people.assigner,
      parts: [{ unitId: people.coordinatingHead, officerId: people.inCharge }],
    },
    after: { stage: to, assigneeId: deed === 'assign' ? people.newDoer : people.doer },
  } as unknown as NoticedStep;
  return tellingsOf(step).map(({ kind, officerIds, unitIds = [] }) => ({
    kind,
    who: [...officerIds, ...unitIds].map(String),
  }));
}
