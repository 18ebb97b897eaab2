import { type DataReply, data, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import { keepable, parseOwnPath } from '#platform/kept-form/kept-form.ts';
import { forgetForm, keepForm, type Typist } from '#platform/kept-form/kept-form.server.ts';
import type { Db } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { homeLink } from '../../links.ts';
import { texts } from '../texts.ts';

/** Keeps what the person has typed into a form so far, for that person alone; answers when. */
export async function keepFormAction(ctx: Ctx, req: Req): Promise<DataReply> {
  const { db, typist } = own(ctx);
  const fields = keepable(req.form.entries());
  const { key, keptPage } = req.form;
  const formAddress = parseOwnPath(req.form.text('_bieu-mau'));
  if (!formAddress || !fields || !key || !keptPage) return data({ kept: false, at: '' });
  const now = ctx.clock.now();
  await keepForm(db, typist, { formAddress, pagePath: keptPage, formKey: key, fields }, now);
  return data({ kept: true, at: formatInstant(ctx.lang, now) });
}

/** Gives up what was kept of a form, and goes back to its page. */
export async function dropFormAction(ctx: Ctx, req: Req): Promise<Reply> {
  const { db, typist } = own(ctx);
  const formAddress = parseOwnPath(req.form.text('bieu-mau'));
  if (formAddress) await forgetForm(db, typist, formAddress);
  return seeOther(parseOwnPath(req.form.text('trang')) ?? homeLink, {
    tone: 'ok',
    text: texts(ctx.lang).dropped,
  });
}

/** Whose forms these are: always the person's own. The system and visitors have none. */
function own(ctx: Ctx): { db: Db; typist: Typist } {
  if (!ctx.writer || !ctx.actor.accountId) throw new NotFound();
  return { db: ctx.writer, typist: { tenantId: ctx.tenant.id, accountId: ctx.actor.accountId } };
}
