import { getEvidence } from '#modules/casework/index.server.ts';
import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { MAX_SOURCE_BYTES } from '#platform/docread/limits.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { conclusionEvidence } from '../conclusion/evidence-owner.server.ts';
import { getConclusion } from '../conclusion/queries.server.ts';
import type { ConclusionReading, ProposedLine } from './conclusion-reading.ts';
import * as policy from './policy.ts';

/** The name of the background reading. */
export const readJobName = 'planning.conclusion.read-file';

export type AskRefusal = 'no-file' | 'harmful' | 'too-large';

/**
 * Has a file that is attached to a conclusion read into points in the background. Refuses what is no file, what the
 * scanner found to do harm, and what is larger than the reader takes. The person's last reading of it is replaced.
 */
export function askReading(
  ctx: Ctx,
  conclusionId: string,
  attachmentId: string,
): Promise<Outcome<Id<'conclusion-reading'>, AskRefusal>> {
  return act<Id<'conclusion-reading'>, AskRefusal>(ctx, 'planning.conclusion.read-file', async (tx) => {
    const conclusion = await getConclusion(ctx, conclusionId);
    must(policy.ask(ctx.actor));
    const { file, title } = await getEvidence(ctx, conclusionEvidence, conclusion.id, attachmentId);
    if (!file || ctx.actor.accountId === null) return refused('no-file');
    if (file.scan === 'infected') return refused('harmful');
    if (file.byteCount > MAX_SOURCE_BYTES) return refused('too-large');
    const asked = {
      id: newId<'conclusion-reading'>(),
      attachment_id: attachmentId,
      file_name: title,
      sha256: Buffer.from(file.sha256, 'hex'),
      byte_count: file.byteCount,
      state: 'reading',
      asked_at: tx.now,
    };
    const place = {
      tenant_id: ctx.tenant.id,
      conclusion_id: conclusion.id,
      account_id: ctx.actor.accountId,
    };
    await tx.db
      .insertInto('planning.conclusion_reading')
      .values({ ...place, ...asked })
      .onConflict((conflict) =>
        conflict
          .constraint('conclusion_reading_once')
          .doUpdateSet({ ...asked, refusal: null, progress: null, lines: null, is_cut: false }),
      )
      .execute();
    await tx.enqueue({
      name: readJobName,
      payload: { readingId: asked.id },
      key: `${readJobName}:${asked.id}`,
    });
    await tx.audit({
      recordKind: 'conclusion',
      recordId: conclusion.id,
      before: null,
      after: { evidence: attachmentId, title, sha256: file.sha256 },
    });
    return done(asked.id);
  });
}

/** What the reader found in a file, or the code of why it could not be read. */
export type Found =
  | { readonly ok: true; readonly lines: readonly ProposedLine[]; readonly isCut: boolean }
  | { readonly ok: false; readonly refusal: string };

/** Writes down what the reader found, once: a reading that was replaced or done stays as it is. */
export function recordFound(
  ctx: Ctx,
  readingId: string,
  found: Found,
): Promise<Outcome<undefined, 'read-already'>> {
  return write(ctx, readingId, {
    columns: found.ok
      ? { state: 'read', lines: JSON.stringify(found.lines), is_cut: found.isCut, progress: null }
      : { state: 'refused', refusal: found.refusal, progress: null },
    told: found.ok ? { readLines: found.lines.length } : { refusal: found.refusal },
  });
}

/** Writes down how many pages of a long reading are done, for the person who waits. */
export function recordPages(
  ctx: Ctx,
  readingId: string,
  progress: NonNullable<ConclusionReading['progress']>,
): Promise<Outcome<undefined, 'read-already'>> {
  return write(ctx, readingId, {
    columns: { progress: JSON.stringify(progress) },
    told: { pages: `${progress.done}/${progress.total}` },
  });
}

function write(
  ctx: Ctx,
  readingId: string,
  given: {
    readonly columns: Readonly<Record<string, string | boolean | null>>;
    readonly told: Readonly<Record<string, string | number>>;
  },
): Promise<Outcome<undefined, 'read-already'>> {
  return act<undefined, 'read-already'>(ctx, 'planning.conclusion.record-file', async (tx) => {
    must(policy.record(ctx.actor));
    const row = await tx.db
      .updateTable('planning.conclusion_reading')
      .set(given.columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', readingId)
      .where('state', '=', 'reading')
      .returning('conclusion_id')
      .executeTakeFirst();
    if (!row) return refused('read-already');
    await tx.audit({
      recordKind: 'conclusion',
      recordId: row.conclusion_id,
      before: null,
      after: given.told,
    });
    return done();
  });
}
