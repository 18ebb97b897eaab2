import { act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { PlanReading } from '../../reading/plan-reading.ts';
import type { ReaderRemarks } from '../review.server.ts';
import type { FileReading } from '../contained-reading.server.ts';
import { mostRows, rowsOf } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { lockDraft } from './lock-draft.server.ts';

const chunk = 1_000;

/** Writes down what the reader found, once: an import that is no longer being read stays as it is. */
export async function recordReading(
  ctx: Ctx,
  draftId: string,
  result: FileReading,
): Promise<Outcome<undefined, 'read-already'>> {
  return act<undefined, 'read-already'>(ctx, 'planning.plan-draft.record', async (tx) => {
    must(policy.record(ctx.actor));
    const locked = await lockDraft(ctx, tx, draftId);
    if (locked.state !== 'reading') return refused('read-already');
    const rows = result.ok ? rowsOf(result.reading) : [];
    const refusal = result.ok ? (rows.length > mostRows ? 'too-long' : null) : result.refusal;
    await tx.db
      .updateTable('planning.plan_draft')
      .set(
        result.ok && refusal === null
          ? {
              state: 'draft',
              lines: JSON.stringify(result.lines),
              head: JSON.stringify(result.reading.plan),
              remarks: JSON.stringify(remarksOf(result.reading)),
              recognised: rows.some((row) => row.doubts.some((doubt) => doubt.code === 'recognised')),
            }
          : { state: 'refused', refusal_code: refusal },
      )
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', locked.id)
      .execute();
    if (refusal === null) {
      const values = rows.map((row, ordinal) => {
        const data = JSON.stringify(row.data);
        return {
          tenant_id: ctx.tenant.id,
          draft_id: locked.id,
          id: newId<'plan-draft-row'>(),
          kind: row.kind,
          ordinal,
          data,
          original: data,
          doubts: JSON.stringify(row.doubts),
        };
      });
      for (let at = 0; at < values.length; at += chunk) {
        await tx.db
          .insertInto('planning.plan_draft_row')
          .values(values.slice(at, at + chunk))
          .execute();
      }
    }
    await tx.audit({
      recordKind: 'plan-draft',
      recordId: locked.id,
      before: { state: 'reading' },
      after: refusal === null ? { state: 'draft', rows: rows.length } : { state: 'refused', refusal },
    });
    return done();
  });
}

/** What the reader said of the plan as a whole, as `ReaderRemarks`. */
function remarksOf({ repairs, conflicts, responsibilities }: PlanReading): ReaderRemarks {
  return { repairs, conflicts, responsibilities };
}
