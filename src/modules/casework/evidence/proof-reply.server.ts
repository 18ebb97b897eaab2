import { z } from 'zod';
import type { Shown } from '#platform/api/operation.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { whatIsFrozen } from '../frozen-record/frozen-record.ts';
import { frozenWhat } from '../frozen-record/input.ts';
import { signatureStandings } from '../signature-check/signature-check.ts';
import { type Evidence, evidenceFlags, evidenceKinds, flagsOf, type Years } from './evidence.ts';
import type { EvidenceOwner } from './owner.server.ts';
import { getEvidence } from './queries.server.ts';
import { texts } from './texts.ts';

/** A proof as programs see it. */
export const proofReply = z
  .object({
    id: z.uuid(),
    evidenceId: z.uuid().describe('What it is, at whichever record it stands.'),
    kind: z.enum(evidenceKinds),
    title: z.string(),
    url: z.string().nullable(),
    frozen: z
      .object({
        id: z.uuid(),
        ...frozenWhat,
        rowCount: z.int(),
        frozenAt: z.iso.datetime(),
      })
      .nullable()
      .describe('The list or the record of the product whose content the file holds, as it stood then.'),
    number: z.string().nullable(),
    issuedOn: z.iso.date().nullable(),
    issuer: z.string().nullable(),
    file: z
      .object({
        mediaType: z.string(),
        byteCount: z.int(),
        sha256: z.string(),
        scan: z.enum(['none', 'clean', 'waiting', 'infected']),
        signatures: z
          .enum(signatureStandings)
          .nullable()
          .describe(
            'What the digital signatures amount to; null for what bears none or waits to be checked.',
          ),
      })
      .nullable(),
    flags: z.array(z.enum(evidenceFlags)).describe('What somebody should look at again.'),
    addedByName: z.string(),
    addedAt: z.iso.datetime(),
    version: z.int().min(1),
  })
  .meta({ id: 'Evidence' });

/** One proof of a record as programs see it, with its version. */
export async function showProof(
  ctx: Ctx,
  owner: EvidenceOwner,
  recordId: string,
  attachmentId: string,
): Promise<Shown & { readonly version: number }> {
  const record = await owner.find(ctx, recordId);
  const found = await getEvidence(ctx, owner, record.id, attachmentId);
  return { value: writtenProof(found, record.years), version: found.version };
}

/** Why something was refused, in a sentence. */
export function refusalSentence(
  lang: Lang,
  { code }: { code: keyof ReturnType<typeof texts>['refusal'] },
): string {
  return texts(lang).refusal[code];
}

/** A proof of a record of these years as programs see it. */
export function writtenProof(one: Evidence, years: Years): z.input<typeof proofReply> {
  const { id, evidenceId, kind, title, url, frozen, number, issuedOn, issuer, file, addedByName, version } =
    one;
  return {
    id,
    evidenceId,
    kind,
    title,
    url,
    frozen: frozen && {
      id: frozen.id,
      ...whatIsFrozen(frozen.source, frozen.query),
      rowCount: frozen.rowCount,
      frozenAt: frozen.at.toISOString(),
    },
    number,
    issuedOn,
    issuer,
    file: file && {
      mediaType: file.mediaType,
      byteCount: file.byteCount,
      sha256: file.sha256,
      scan: file.scan,
      signatures: file.signatures,
    },
    flags: flagsOf(one, years),
    addedByName,
    addedAt: one.addedAt.toISOString(),
    version,
  };
}
