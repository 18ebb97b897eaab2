import type { VNode } from 'preact';
import type { LookedAt } from '../looked-at.ts';
import type { Grouping, TaskLook } from '../task-look.ts';
import { boardLook, boardScript } from './board-look.tsx';
import { monthLook, yearLook } from './calendar-look.tsx';
import { groupsLook } from './groups-look.tsx';
import { timeLook } from './time-look.tsx';

/** What is drawn in the place of the plain table, and the scripts that it is better with. */
export interface DrawnLook {
  readonly body: VNode;
  readonly scripts?: readonly string[];
  /** It needs the whole window. */
  readonly isWide?: boolean;
  /** The address names a place of the list that is none. */
  readonly hadBadCursor?: boolean;
}

const looks: Readonly<Record<TaskLook, (at: LookedAt) => Promise<VNode>>> = {
  cot: boardLook,
  lich: monthLook,
  'lich-nam': yearLook,
  'tien-do': timeLook,
};

/** Draws the tasks as the address asks; undefined where it asks for the plain table. */
export async function drawLook(at: LookedAt): Promise<DrawnLook | undefined> {
  const { look, grouping } = at.list.state;
  if (look !== undefined) {
    const body = await looks[look as TaskLook](at);
    return look === 'cot' ? { body, scripts: [boardScript], isWide: true } : { body };
  }
  return grouping === undefined ? undefined : { body: await groupsLook(at, grouping as Grouping) };
}
