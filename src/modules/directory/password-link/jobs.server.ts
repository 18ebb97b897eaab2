import { z } from 'zod';
import { Unavailable } from '#platform/http/thrown.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { passwordLinkLink } from '../links.ts';
import { noteSent, prepareLetter } from './commands/send.server.ts';
import { sendJobName } from './commands/request.server.ts';
import { linkMinutes } from './password-link.ts';
import { texts } from './texts.ts';

/** Writes the letter with the link and hands it to the mail server; a letter that was sent is not sent again. */
export const sendLinkJob = defineJob({
  name: sendJobName,
  payload: z.object({ linkId: z.uuid() }),
  actorName: texts('vi').letter.sender,
  grants: [],
  run: async (open, { linkId }, { mailer, baseUrl }) => {
    if (!mailer) throw new Unavailable('no mail server has been named');
    const letter = await open('write', (ctx) => prepareLetter(ctx, linkId));
    if (!letter.ok) return;
    const { subject, text } = texts('vi').letter;
    await mailer.send({
      to: letter.value.email,
      subject,
      text: text(`${baseUrl}${passwordLinkLink(letter.value.token)}`, linkMinutes),
    });
    await open('write', (ctx) => noteSent(ctx, linkId));
  },
});
