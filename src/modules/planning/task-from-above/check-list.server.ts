import { findUnitsByName, listOfficers } from '#modules/directory/index.server.ts';
import { parseDayFirstDate, parsePlainDate, type PlainDate } from '#platform/clock/plain-date.ts';
import { fold } from '#platform/search/folding.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { enterForm } from './input.ts';
import { listSame } from './queries.server.ts';
import { type NewTaskFromAbove, sameKey } from './task-from-above.ts';
import type { WrittenTask } from './task-list-file.ts';

/** Why a line cannot be entered; a field's name says that what stands there cannot be taken. */
export type LineProblem =
  | 'number'
  | 'on'
  | 'issuer'
  | 'abstract'
  | 'title'
  | 'product'
  | 'dueText'
  | 'due'
  | 'document-to-come'
  | 'due-before-document'
  | 'unknown-unit'
  | 'unknown-person'
  | 'person-twice'
  | 'doubled';

/** A line with what would become of it: the task, or the first thing that holds against it. */
export interface CheckedTask {
  readonly written: WrittenTask;
  readonly task: NewTaskFromAbove | undefined;
  readonly problem: LineProblem | undefined;
}

/** Says of every line what would become of it; units and people are found by their names, marks aside. */
export async function checkList(ctx: Ctx, lines: readonly WrittenTask[]): Promise<CheckedTask[]> {
  const find = await finder(ctx, lines);
  const read = lines.map((written) => ({ written, ...readLine(ctx.clock.today(), written, find) }));
  const same = await listSame(
    ctx,
    read.flatMap(({ task }) => task ?? []),
  );
  const seen = new Set(same);
  return read.map(({ written, task, problem }) => {
    if (!task) return { written, task, problem };
    const key = sameKey(task);
    const isDouble = seen.has(key);
    seen.add(key);
    return isDouble
      ? { written, task: undefined, problem: 'doubled' }
      : { written, task, problem: undefined };
  });
}

interface Finder {
  unit(name: string): string | undefined;
  /** Everybody of this name. */
  people(name: string): readonly string[];
}

async function finder(ctx: Ctx, lines: readonly WrittenTask[]): Promise<Finder> {
  const names = lines.flatMap((line) => [line.unit, ...unitNames(line.coordinating)]).filter(Boolean);
  const units = await findUnitsByName(ctx, names);
  const people = new Map<string, string[]>();
  for (const { id, fullName } of await listOfficers(ctx)) {
    const key = fold(fullName);
    people.set(key, [...(people.get(key) ?? []), id]);
  }
  return { unit: (name) => units.get(name)?.id, people: (name) => people.get(fold(name)) ?? [] };
}

function readLine(
  today: PlainDate,
  written: WrittenTask,
  find: Finder,
): Pick<CheckedTask, 'task' | 'problem'> {
  const wrong = (problem: LineProblem) => ({ task: undefined, problem });
  const blank = { unit: '', coordinating: [], assignee: '', approver: '' };
  const given = enterForm.safeParse({ ...written, on: '', due: '', ...blank });
  if (!given.success) return wrong(given.error.issues[0]?.path[0] as LineProblem);
  const on = readDay(written.on);
  if (!on) return wrong('on');
  const dueOn = written.due === '' ? null : readDay(written.due);
  if (dueOn === undefined) return wrong('due');
  if (on > today) return wrong('document-to-come');
  if (dueOn !== null && dueOn < on) return wrong('due-before-document');
  const units = [written.unit, ...unitNames(written.coordinating)].map((name) =>
    name === '' ? null : find.unit(name),
  );
  if (units.includes(undefined)) return wrong('unknown-unit');
  const people = [written.assignee, written.approver].map((name) =>
    name === '' ? [null] : find.people(name),
  );
  if (people.some((found) => found.length === 0)) return wrong('unknown-person');
  if (people.some((found) => found.length > 1)) return wrong('person-twice');
  const [leadUnitId = null, ...coordinating] = units;
  const [assigneeId = null, approverId = null] = people.flat();
  const { number, issuer, abstract, title, product, dueText } = given.data;
  const coordinatingUnitIds = coordinating.flatMap((id) => id ?? []);
  return {
    task: {
      number,
      on,
      issuer,
      abstract,
      title,
      product,
      dueText,
      dueOn,
      leadUnitId,
      coordinatingUnitIds,
      assigneeId,
      approverId,
    },
    problem: undefined,
  };
}

function unitNames(cell: string): string[] {
  return cell
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** A day as people write it, or as a workbook gives it. */
function readDay(text: string): PlainDate | undefined {
  return parseDayFirstDate(text) ?? parsePlainDate(text);
}
