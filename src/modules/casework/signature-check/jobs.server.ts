import { z } from 'zod';
import { defineJob, type Job, type OpenStep, type Outside } from '#platform/jobs/job.ts';
import { findBlank } from '#platform/docread/find-blank.ts';
import { checkContained } from '#platform/signature/contained-check.ts';
import { discardStaged, stageContent } from '#platform/files/stage-content.ts';
import { loadTrust } from '../trusted-certificate/queries.server.ts';
import { recordCheck } from './commands.server.ts';
import { findHeldPaper, type HeldPaper, listPapersToCheck } from './queries.server.ts';
import { checkJobName, recheckJobName } from './signature-check.ts';

const grants = ['casework.signature.check'];
const batch = 50;
/** Whom the office trusts may change while a look is taken; nobody changes it this often. */
const mostTries = 5;

/** Looks into one content that came in: its signatures, and whether its pages show anything. */
export const checkJob = defineJob({
  name: checkJobName,
  payload: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  actorName: 'signature-check',
  grants,
  run: async (open, { sha256 }, { files }) => {
    const paper = await open('read', (ctx) => findHeldPaper(ctx, sha256));
    if (paper) await checkPaper(open, paper, files, 'pages-too');
  },
});

/** Looks into every content again that was judged by another trust than that of today. */
export const recheckJob = defineJob({
  name: recheckJobName,
  payload: z.object({}),
  actorName: 'signature-check',
  grants,
  run: async (open, _payload, { files }) => {
    let after: string | undefined;
    for (let isMore = true; isMore; ) {
      const papers: readonly HeldPaper[] = await open('read', async (ctx) =>
        listPapersToCheck(ctx, (await loadTrust(ctx)).sha256, after, batch),
      );
      for (const paper of papers) await checkPaper(open, paper, files, 'signatures');
      after = papers.at(-1)?.contentId;
      isMore = papers.length === batch;
    }
  },
});

export const jobs: readonly Job<unknown>[] = [checkJob, recheckJob];

/**
 * Takes a copy of the content to this machine, has a process of its own look at it, and writes down what it says. Its
 * pages are looked at once, when it came in: whom the office trusts changes nothing about them.
 */
async function checkPaper(
  open: OpenStep,
  paper: HeldPaper,
  files: Outside['files'],
  look: 'pages-too' | 'signatures',
): Promise<void> {
  const tenantId = await open('read', async (ctx) => ctx.tenant.id);
  const held = await files.store.read({ tenantId, sha256: paper.sha256 });
  const staged = await stageContent(files.staging, held, paper.byteCount);
  try {
    const isBlank = look === 'pages-too' && (await findBlank(staged));
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { trust, now } = await open('read', async (ctx) => ({
        trust: await loadTrust(ctx),
        now: ctx.clock.now(),
      }));
      const found = await checkContained(staged, trust.certificates, now);
      const kept = await open('write', async (ctx) => {
        if (!found.ok)
          ctx.log.warn(
            { ...paper, reason: found.reason, detail: found.detail },
            'signatures not looked into',
          );
        const report = found.ok ? found.report : undefined;
        return recordCheck(ctx, paper, { report, trustedBy: trust.sha256, isBlank });
      });
      if (kept.ok) return;
    }
    throw new Error('whom the office trusts kept changing');
  } finally {
    await discardStaged(staged.path);
  }
}
