import { Readable } from 'node:stream';
import { z } from 'zod';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import type { FilePlace } from '#platform/files/file-place.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import { discardStaged, stageContent, type StagedContent } from '#platform/files/stage-content.ts';
import { Unavailable } from '#platform/http/thrown.ts';
import { defineJob, type Job } from '#platform/jobs/job.ts';
import { recordFiles } from './issue.server.ts';
import { fileJobName } from './issued-paper.ts';
import { findToFile } from './queries.server.ts';
import { texts } from './texts.ts';

/**
 * The job that makes the Word and PDF files of an issued paper from what was frozen, and files them. What cannot be made
 * now is tried again by the queue.
 */
export const fileJob: Job<unknown> = defineJob({
  name: fileJobName,
  payload: z.object({ paperId: z.uuid() }),
  actorName: texts('vi').filer,
  grants: ['casework.issued-paper.record'],
  run: async (open, { paperId }, { files }) => {
    const found = await open('read', async (ctx) => {
      const one = await findToFile(ctx, paperId);
      return one && { ...one, tenantId: ctx.tenant.id };
    });
    if (!found) return;
    const word = Buffer.from(await renderDocx(found.paper));
    const set = await renderPdf(found.paper);
    if (!set.ok) throw new Unavailable(`the paper could not be set: ${set.reason}: ${set.detail}`);
    const staged: StagedContent[] = [];
    try {
      const keep = async (content: Uint8Array, fileName: string, mediaType: string) => {
        const one = await stageContent(files.staging, Readable.from([content]), files.limits.mostFileBytes);
        staged.push(one);
        return received(files, found.tenantId, one, fileName, mediaType);
      };
      const made = {
        word: await keep(word, 'van-ban.docx', wordType),
        pdf: await keep(set.pdf, 'van-ban.pdf', 'application/pdf'),
      };
      await open('write', (ctx) => recordFiles(ctx, found.id, made));
    } finally {
      await Promise.all(staged.map(({ path }) => discardStaged(path)));
    }
  },
});

/** The media type of the Word file. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function received(
  files: FilePlace,
  tenantId: string,
  staged: StagedContent,
  fileName: string,
  mediaType: string,
): ReceivedFile {
  return {
    fileName,
    mediaType,
    byteCount: staged.byteCount,
    sha256: staged.sha256,
    // What the program itself has made is not looked into.
    scan: 'none',
    readability: 'whole',
    ensureHeld: () => files.store.put({ tenantId, sha256: staged.sha256 }, staged.path),
  };
}
