import type { Outcome } from '#platform/db/outcome.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { draftLink } from '../../links.ts';
import { editRow } from '../commands/edit.server.ts';
import { mergeRow, moveRow, moveWords, splitRow } from '../commands/rearrange.server.ts';
import { rowEnvelope, type rowDeeds } from '../input.ts';
import { fromFields, hasChanged } from '../parts/row-fields.tsx';
import { type AnyRow, nextUnseen, type PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { getDraft, listRows } from '../queries.server.ts';
import { faultOf } from './edit.tsx';
import { rowConflict } from './draft-conflict.tsx';
import { reviewPage } from './review.tsx';
import type { ReturnedForm } from '../returned-form.ts';
import { texts } from '../texts.ts';

type Deed = (typeof rowDeeds)[number];
type Envelope = ReturnType<typeof rowEnvelope.parse>;

/** Deeds after which the next row is opened. */
const passes: ReadonlySet<Deed> = new Set(['luu', 'nhan', 'bo-qua']);
/** Deeds that keep what was typed into the fields before they are done. */
const keepsFields: ReadonlySet<Deed> = new Set(['gop-tren', 'gop-duoi', 'tach', 'chuyen', 'len', 'xuong']);

/** Does to one row what its form says, and goes on; what cannot be read or done comes back with its words. */
export async function rowAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const found = await getDraft(ctx, req.params.id ?? '');
  must(policy.edit(ctx.actor));
  const rows = await listRows(ctx, found.id);
  const row = rows.find((one) => one.id === req.params.row);
  if (!row) throw new NotFound();
  const values = req.form.all();
  const back = (problems: ReturnedForm['problems']) =>
    reviewPage(ctx, req, found, { rowId: row.id, values, problems });
  const envelope = rowEnvelope.safeParse(values);
  if (!envelope.success) return back([{ fieldId: '', text: t.refusal['changed-meanwhile'] }]);
  const { deed } = envelope.data;
  const given =
    deed === 'luu' || (keepsFields.has(deed) && hasChanged(row, values))
      ? fromFields(row.kind, values, yearsOf(found))
      : undefined;
  if (given && !given.ok) {
    return back(given.wrong.map((name) => ({ fieldId: name, text: faultOf(t, name) })));
  }
  const outcome = await perform(ctx, found, row, envelope.data, given?.data);
  if (outcome.ok) return goOn(ctx, found, row, rows, deed);
  switch (outcome.code) {
    case 'wrong-state':
    case 'no-neighbour':
    case 'nothing-changed':
      return seeOther(draftLink(found.id, { loai: row.kind, dong: row.id }), {
        tone: 'late',
        text: t.refusal[outcome.code],
      });
    case 'tail-not-found':
      return back([{ fieldId: 'cut_tail', text: t.refusal['tail-not-found'] }]);
    case 'words-not-found':
      return back([{ fieldId: 'move_words', text: t.refusal['words-not-found'] }]);
    case 'changed-meanwhile':
      return rowConflict(ctx, req, found, row);
  }
}

type Refusal =
  | 'wrong-state'
  | 'no-neighbour'
  | 'nothing-changed'
  | 'tail-not-found'
  | 'words-not-found'
  | 'changed-meanwhile';

async function perform(
  ctx: Ctx,
  found: PlanDraft,
  row: AnyRow,
  order: Envelope,
  data: object | undefined,
): Promise<Outcome<undefined, Refusal>> {
  const { deed } = order;
  if (deed === 'luu' || deed === 'nhan') {
    return editRow(ctx, found.id, row.id, { data, state: 'accepted', version: order.version });
  }
  if (deed === 'bo-qua' || deed === 'lay-lai') {
    const state = deed === 'bo-qua' ? 'skipped' : 'unseen';
    return editRow(ctx, found.id, row.id, { data: undefined, state, version: order.version });
  }
  let { version } = order;
  if (data) {
    const kept = await editRow(ctx, found.id, row.id, { data, state: row.state, version });
    if (!kept.ok) return kept;
    version += 1;
  }
  switch (deed) {
    case 'gop-tren':
    case 'gop-duoi':
      return mergeRow(ctx, found.id, row.id, { with: deed === 'gop-tren' ? 'before' : 'after', version });
    case 'tach':
      return splitRow(ctx, found.id, row.id, { field: order.cut_field, tail: order.cut_tail, version });
    case 'chuyen':
      return moveWords(ctx, found.id, row.id, {
        field: order.move_field,
        words: order.move_words,
        toRowId: order.move_to ?? row.id,
        toField: order.move_to_field,
        version,
      });
    case 'len':
    case 'xuong':
      return moveRow(ctx, found.id, row.id, { to: deed === 'len' ? 'before' : 'after', version });
  }
}

function goOn(ctx: Ctx, found: PlanDraft, row: AnyRow, rows: readonly AnyRow[], deed: Deed): Reply {
  const next = passes.has(deed) ? nextUnseen(rows, row) : staysAt(rows, row, deed);
  const to = next ? { loai: next.kind, dong: next.id } : { loai: row.kind };
  return seeOther(`${draftLink(found.id, to)}${next ? `#row-${next.id}` : ''}`, {
    tone: 'ok',
    text: flashOf(ctx, deed),
  });
}

function flashOf(ctx: Ctx, deed: Deed): string {
  const { flash } = texts(ctx.lang);
  const r = texts(ctx.lang).reviewing.flash;
  switch (deed) {
    case 'luu':
    case 'nhan':
      return flash.saved;
    case 'bo-qua':
      return flash.skipped;
    case 'lay-lai':
      return flash.brought;
    case 'gop-tren':
    case 'gop-duoi':
      return r.merged;
    case 'tach':
      return r.split;
    case 'chuyen':
    case 'len':
    case 'xuong':
      return r.moved;
  }
}

/** The row in which this one goes on: merged upwards, it is the one before it. */
function staysAt(rows: readonly AnyRow[], row: AnyRow, deed: Deed): AnyRow | undefined {
  if (deed !== 'gop-tren') return row;
  return rows.slice(0, rows.indexOf(row)).findLast((one) => one.kind === row.kind);
}

function yearsOf(found: PlanDraft): { from: number; to: number } {
  const from = found.head?.year_from ?? found.createdAt.getFullYear();
  return { from, to: found.head?.year_to ?? from };
}
