import { z } from 'zod';
import { findActor } from '#modules/directory/index.server.ts';
import { discardStaged } from '#platform/files/stage-content.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import { defineJob, type Job, type OpenStep, type Outside } from '#platform/jobs/job.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { listEvidenceOfMany } from '../evidence/queries.server.ts';
import { finishPackage, packageJobName } from './commands.server.ts';
import {
  type EvidencePackage,
  mostBytes,
  mostRecords,
  type PackageFailure,
  safeNames,
} from './evidence-package.ts';
import { makePackage } from './make-package.server.ts';
import { type PackageLine, packageLines } from './package-lines.ts';
import type { PackageOwner } from './package-owner.server.ts';
import * as policy from './policy.ts';
import { findPackageToMake } from './queries.server.ts';
import { texts } from './texts.ts';

const batch = 200;

/**
 * The job that makes the packages of one kind of record. Records and evidence are read with the eyes of the person who
 * asked, as they may see today.
 */
export function packageJob(owner: PackageOwner): Job<unknown> {
  return defineJob({
    name: packageJobName(owner.owner.kind),
    payload: z.object({ packageId: z.uuid() }),
    actorName: texts('vi').maker,
    grants: ['casework.evidence-package.record'],
    run: async (open, { packageId }, { files }) => {
      const asked = await open('read', (ctx) => findPackageToMake(ctx, packageId));
      if (asked?.state !== 'waiting') return;
      const actor = await open('read', (ctx) =>
        findActor(ctx.db, ctx.tenant.id, asked.accountId, ctx.clock.now()),
      );
      const isAllowed = actor && policy.make(actor).allowed;
      const failure = isAllowed ? await make(open, owner, asked, actor, files) : 'no-right';
      if (failure) await open('write', (ctx) => finishPackage(ctx, asked, { failure }));
    },
  });
}

async function make(
  open: OpenStep,
  owner: PackageOwner,
  asked: EvidencePackage,
  actor: Actor,
  files: Outside['files'],
): Promise<PackageFailure | undefined> {
  const lines = await gather(open, owner, asked, (ctx) => ({ ...ctx, actor, lang: asked.lang }));
  if (typeof lines === 'string') return lines;
  const { tenantId, head } = await open('read', async (ctx) => ({
    tenantId: ctx.tenant.id,
    head: {
      lang: asked.lang,
      title: asked.title,
      office: ctx.tenant.name,
      madeAt: formatInstant(asked.lang, ctx.clock.now()),
      by: actor.name,
    },
  }));
  const made = await makePackage(files, tenantId, head, lines);
  const { staged } = made;
  try {
    const address = { tenantId, sha256: staged.sha256 };
    const file = {
      fileName: 'minh-chung.zip',
      mediaType: 'application/zip',
      byteCount: staged.byteCount,
      sha256: staged.sha256,
      scan: 'none' as const,
      readability: 'whole' as const,
      ensureHeld: () => files.store.put(address, staged.path),
    };
    const recordIds = [...new Set(lines.map(({ record }) => record.id))];
    await open('write', (ctx) =>
      finishPackage(ctx, asked, {
        file,
        recordIds,
        fileCount: made.fileCount,
        leftOutCount: made.leftOutCount,
      }),
    );
  } finally {
    await discardStaged(staged.path);
  }
  return undefined;
}

/** The lines of the index, or why there is none: too much was asked for, or nothing is there. */
async function gather(
  open: OpenStep,
  { owner, find, next }: PackageOwner,
  { recordId, query }: EvidencePackage,
  asPerson: (ctx: Ctx) => Ctx,
): Promise<PackageLine[] | PackageFailure> {
  const lines: PackageLine[] = [];
  const nameOf = safeNames();
  const pathOf = new Map<string, string>();
  let after: string | undefined;
  let records = 0;
  do {
    const found = await open('read', async (ctx) => {
      const person = asPerson(ctx);
      const { rows, after: from } = recordId
        ? { rows: [await find(person, recordId)], after: undefined }
        : await next(person, query, after, batch);
      const ids = rows.map(({ id }) => id);
      return { rows, proofs: await listEvidenceOfMany(person, owner, ids), from };
    });
    after = found.from;
    records += found.rows.length;
    if (records > mostRecords) return 'too-many-records';
    lines.push(...packageLines(found.rows, found.proofs, nameOf, pathOf));
  } while (after !== undefined);
  if (!lines.some(({ proof }) => proof)) return 'none';
  return bytesOf(lines) > mostBytes ? 'too-large' : lines;
}

function bytesOf(lines: readonly PackageLine[]): number {
  const sizes = new Map(lines.map(({ path, proof }) => [path, path ? (proof?.file?.byteCount ?? 0) : 0]));
  return [...sizes.values()].reduce((sum, one) => sum + one, 0);
}
