import { z } from 'zod';
import { findActor } from '#modules/directory/index.server.ts';
import { mediaTypes } from '#platform/list/row-file.ts';
import { ContentTooLarge, discardStaged } from '#platform/files/stage-content.ts';
import { Forbidden, NotFound, Unavailable } from '#platform/http/thrown.ts';
import { defineJob, type Job, type OpenStep, type Outside } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from '../evidence/owner.server.ts';
import { failFreeze, finishFreeze } from './commands/finish.server.ts';
import { fileEnding, freezeJobName, type FreezeFailure, type FrozenRecord } from './frozen-record.ts';
import { stageRows, type StagedRows, TooManyRows } from './freeze-rows.server.ts';
import type { FreezingPlace, FrozenSource } from './frozen-source.ts';
import * as policy from './policy.ts';
import { findToFreeze } from './queries.server.ts';
import { texts } from './texts.ts';

type AsPerson = (ctx: Ctx) => Ctx;

/**
 * The job that freezes what somebody asked for. Rows are read, and the proof is attached, with the eyes and the rights
 * of that person as they are now. What cannot be done is said at the record, where it can be tried again.
 */
export function freezeJob({ owners, sources }: FreezingPlace): Job<unknown> {
  return defineJob({
    name: freezeJobName,
    payload: z.object({ frozenId: z.uuid() }),
    actorName: texts('vi').maker,
    grants: ['casework.frozen-record.record'],
    run: async (open, { frozenId }, { files }) => {
      const asked = await open('read', (ctx) => findToFreeze(ctx, frozenId));
      if (asked?.state !== 'waiting') return;
      const owner = owners.find(({ kind }) => kind === asked.recordKind);
      const source = sources.find(({ name }) => name === asked.source);
      const failure = owner && source ? await freeze(open, { asked, owner, source }, files) : 'no-source';
      if (failure) await open('write', (ctx) => failFreeze(ctx, asked, failure));
    },
  });
}

interface Asked {
  readonly asked: FrozenRecord;
  readonly owner: EvidenceOwner;
  readonly source: FrozenSource;
}

async function freeze(
  open: OpenStep,
  { asked, owner, source }: Asked,
  files: Outside['files'],
): Promise<FreezeFailure | undefined> {
  const actor = await open('read', (ctx) =>
    findActor(ctx.db, ctx.tenant.id, asked.accountId, ctx.clock.now()),
  );
  if (!actor) return 'no-right';
  const asPerson: AsPerson = (ctx) => ({ ...ctx, actor, lang: asked.lang });
  try {
    const mayStill = await open('read', async (ctx) => {
      const record = await owner.find(asPerson(ctx), asked.recordId);
      return policy.freeze(actor, record, source).allowed;
    });
    if (!mayStill) return 'no-right';
    const rows = await open('read', (ctx) => stageRows(asPerson(ctx), files, source, asked.query));
    return await keep(open, { asked, owner, source }, files, rows, asPerson);
  } catch (error) {
    // What is away comes back: the queue gives the work out again.
    if (error instanceof Unavailable) throw error;
    const failure = failureOf(error);
    if (failure === 'broken')
      await open('read', async ({ log }) =>
        log.error({ err: error, frozenId: asked.id }, 'a list could not be frozen'),
      );
    return failure;
  }
}

async function keep(
  open: OpenStep,
  { asked, owner }: Asked,
  files: Outside['files'],
  rows: StagedRows,
  asPerson: AsPerson,
): Promise<FreezeFailure | undefined> {
  const { staged } = rows;
  try {
    const tenantId = await open('read', async (ctx) => ctx.tenant.id);
    const address = { tenantId, sha256: staged.sha256 };
    const file = {
      fileName: `${asked.title}${fileEnding}`,
      mediaType: mediaTypes.xlsx,
      byteCount: staged.byteCount,
      sha256: staged.sha256,
      scan: 'none' as const,
      readability: 'whole' as const,
      ensureHeld: () => files.store.put(address, staged.path),
    };
    const kept = await open('write', (ctx) => finishFreeze(asPerson(ctx), owner, asked, { ...rows, file }));
    return !kept.ok && kept.code === 'too-many' ? 'too-many' : undefined;
  } finally {
    await discardStaged(staged.path);
  }
}

function failureOf(error: unknown): FreezeFailure {
  if (error instanceof NotFound || error instanceof Forbidden) return 'no-right';
  return error instanceof ContentTooLarge || error instanceof TooManyRows ? 'too-large' : 'broken';
}
