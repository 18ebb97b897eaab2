import { createHash } from 'node:crypto';
import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { detectSource } from '#platform/docread/detect.ts';
import { MAX_SOURCE_BYTES } from '#platform/docread/limits.ts';
import { Refusal } from '#platform/docread/refusal.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from '../policy.ts';

/** The name of the background reading. */
export const readJobName = 'planning.plan-draft.read';

/**
 * Takes a file in and has it read in the background. What can be told at a glance (empty, too large, of another kind,
 * under a password) is refused here with the code of the reader; the rest when it is read.
 */
export async function uploadPlan(
  ctx: Ctx,
  file: { fileName: string; bytes: Uint8Array },
  origin: 'file' | 'pasted' = 'file',
): Promise<Outcome<Id<'plan-draft'>, string>> {
  const refusal = glance(file.bytes);
  return act<Id<'plan-draft'>, string>(ctx, 'planning.plan-draft.upload', async (tx) => {
    must(policy.upload(ctx.actor));
    if (refusal) return refused(refusal);
    const id = newId<'plan-draft'>();
    const fileName = safeName(file.fileName);
    await tx.db
      .insertInto('planning.plan_draft')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        origin,
        file_name: fileName,
        file_size: file.bytes.byteLength,
        file_sha256: createHash('sha256').update(file.bytes).digest(),
        state: 'reading',
        created_by: ctx.actor.accountId,
        created_by_name: ctx.actor.name,
        created_at: tx.now,
      })
      .execute();
    await tx.db
      .insertInto('planning.plan_draft_file')
      .values({ tenant_id: ctx.tenant.id, draft_id: id, content: Buffer.from(file.bytes) })
      .execute();
    await tx.enqueue({ name: readJobName, payload: { draftId: id }, key: `${readJobName}:${id}` });
    await tx.audit({
      recordKind: 'plan-draft',
      recordId: id,
      before: null,
      after: { origin, fileName, fileSize: file.bytes.byteLength },
    });
    return done(id);
  });
}

function glance(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength === 0) return 'empty';
  if (bytes.byteLength > MAX_SOURCE_BYTES) return 'too-large';
  try {
    detectSource(bytes);
    return undefined;
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  }
}

/** The last part of the name alone, without signs that mean something to a file system or a shell. */
function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
      .slice(-120)
      .replace(/^[.-]+/, '') || 'ke-hoach'
  );
}
