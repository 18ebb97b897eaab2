import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { RowData, RowKind } from '../plan-draft.ts';
import { isMovable, mergedData, movedText, splitData } from '../row-deeds.ts';
import { changeRows, type HeldRow, type RowsInHand } from './change-rows.server.ts';

type Refusal<Code extends string> = Promise<
  Outcome<undefined, Code | 'wrong-state' | 'nothing-changed' | 'changed-meanwhile'>
>;

/** Joins a row with the one of its kind that stands before or after it; the earlier of the two stays. */
export function mergeRow(
  ctx: Ctx,
  draftId: string,
  rowId: string,
  order: { with: 'before' | 'after'; version: number },
): Refusal<'no-neighbour'> {
  return changeRows(ctx, draftId, 'merge', async (rows) => {
    const row = await rows.hold(rowId);
    if (row.version !== order.version) return refused('changed-meanwhile');
    const other = await rows.beside(row, order.with);
    if (!other) return refused('no-neighbour');
    const [first, second] = order.with === 'before' ? [other, row] : [row, other];
    rows.change(first, {
      data: mergedData(first.kind, first.data, second.data),
      doubts: [...first.doubts, ...second.doubts],
      state: 'unseen',
    });
    rows.remove(second);
    return undefined;
  });
}

/** Cuts a row in two: the end of one of its texts becomes a row of its own right after it. */
export function splitRow(
  ctx: Ctx,
  draftId: string,
  rowId: string,
  cut: { field: string; tail: string; version: number },
): Refusal<'tail-not-found'> {
  return changeRows(ctx, draftId, 'split', async (rows) => {
    const row = await rows.hold(rowId);
    if (row.version !== cut.version) return refused('changed-meanwhile');
    const parts = isMovable(row.kind, cut.field) ? splitData(row.data, cut.field, cut.tail) : undefined;
    if (!parts) return refused('tail-not-found');
    rows.change(row, { data: parts[0] });
    rows.add({
      kind: row.kind,
      ordinal: await after(rows, row),
      data: parts[1],
      doubts: row.doubts,
      state: 'unseen',
    });
    return undefined;
  });
}

/** Moves words from a text of one row to the end of a text of another, as where cells had slipped. */
export function moveWords(
  ctx: Ctx,
  draftId: string,
  rowId: string,
  move: { field: string; words: string; toRowId: string; toField: string; version: number },
): Refusal<'words-not-found'> {
  return changeRows(ctx, draftId, 'move-words', async (rows) => {
    const row = await rows.hold(rowId);
    if (row.version !== move.version) return refused('changed-meanwhile');
    const target = move.toRowId === row.id ? row : await rows.hold(move.toRowId);
    const mayMove = isMovable(row.kind, move.field) && isMovable(target.kind, move.toField);
    if (!mayMove) return refused('words-not-found');
    if (target === row) {
      const [cut] = movedText(
        { data: row.data, field: move.field },
        { data: {}, field: move.toField },
        move.words,
      ) ?? [undefined];
      const whole =
        cut &&
        movedText({ data: { t: move.words }, field: 't' }, { data: cut, field: move.toField }, move.words);
      if (!whole || move.field === move.toField) return refused('words-not-found');
      rows.change(row, { data: whole[1] });
      return undefined;
    }
    const moved = movedText(
      { data: row.data, field: move.field },
      { data: target.data, field: move.toField },
      move.words,
    );
    if (!moved) return refused('words-not-found');
    rows.change(row, { data: moved[0] });
    rows.change(target, { data: moved[1] });
    return undefined;
  });
}

/** Moves a row one place up or down among those of its kind. */
export function moveRow(
  ctx: Ctx,
  draftId: string,
  rowId: string,
  order: { to: 'before' | 'after'; version: number },
): Refusal<'no-neighbour'> {
  return changeRows(ctx, draftId, 'move', async (rows) => {
    const row = await rows.hold(rowId);
    if (row.version !== order.version) return refused('changed-meanwhile');
    const other = await rows.beside(row, order.to);
    if (!other) return refused('no-neighbour');
    rows.change(row, { ordinal: other.ordinal });
    rows.change(other, { ordinal: row.ordinal });
    return undefined;
  });
}

/** Adds a row of this kind after another one, or at the end, and gives its id; for a task in the section of the row before it. */
export async function addRow(
  ctx: Ctx,
  draftId: string,
  order: { kind: RowKind; afterId: string | undefined },
): Promise<Outcome<string, 'wrong-state' | 'nothing-changed'>> {
  let id = '';
  const outcome = await changeRows<never>(ctx, draftId, 'add', async (rows) => {
    const before = order.afterId
      ? await rows.hold(order.afterId)
      : (await rows.all()).filter((row) => row.kind === order.kind).at(-1);
    id = rows.add({
      kind: order.kind,
      ordinal: before ? await after(rows, before) : ((await rows.all()).at(-1)?.ordinal ?? 0) + 1,
      data: emptyData(order.kind, before?.kind === order.kind ? before : undefined),
      doubts: [],
      state: 'unseen',
    });
    return undefined;
  });
  return outcome.ok ? done(id) : outcome;
}

/** A place right after this row, before whatever follows. */
async function after(rows: RowsInHand, row: HeldRow): Promise<number> {
  const next = await rows.beside(row, 'after');
  return next ? (row.ordinal + next.ordinal) / 2 : row.ordinal + 1;
}

function emptyData(kind: RowKind, before: HeldRow | undefined): RowData[RowKind] {
  const line: number[] = [];
  switch (kind) {
    case 'section':
      return { code: '', title: '', axis: null, line };
    case 'task':
      return {
        seq: null,
        section: before ? (before.data as RowData['task']).section : null,
        objective: null,
        task: null,
        activity: null,
        product: null,
        chair_leader: null,
        lead: [],
        coordinators: [],
        due_text: null,
        due: null,
        note: null,
        line,
      };
    case 'target':
      return {
        text: '',
        metric: '',
        operator: '>=',
        value: 0,
        unit: '%',
        denominator_scope: null,
        year: null,
        where: before ? (before.data as RowData['target']).where : '',
        line,
      };
    case 'report':
      return {
        period: 'year',
        data_from: null,
        data_to: null,
        submit_by: null,
        submit_rule: null,
        to: null,
        by: null,
        text: '',
        line,
      };
    case 'citation':
      return { role: 'cited', type: null, number: null, date: null, issuer: null, where: '', line };
  }
}
