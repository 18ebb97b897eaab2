import { attachFile } from '#modules/casework/index.server.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { conclusionEvidence } from '../conclusion/evidence-owner.server.ts';
import { askReading } from './commands.server.ts';

/** A file kept with a conclusion that waits to be read; gives the reading and the attachment. */
export async function plantReading(
  ctx: Ctx,
  conclusionId: string,
  file: ReceivedFile,
): Promise<{ reading: string; attachment: string }> {
  const facts = { number: null, issuedOn: null, issuer: null };
  const attached = await attachFile(ctx, conclusionEvidence, conclusionId, file, facts);
  if (!attached.ok) throw new Error(attached.code);
  const asked = await askReading(ctx, conclusionId, attached.value);
  if (!asked.ok) throw new Error(asked.code);
  return { reading: asked.value, attachment: attached.value };
}
