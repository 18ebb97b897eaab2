import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Visit } from '#platform/session/visit.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { longestPassword, shortestPassword } from '../../account/account.ts';
import { newPasswordForm } from '../../account/input.ts';
import { NewPasswordFields } from '../../account/parts/new-password-fields.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { forgottenLink, passwordLinkLink, signInLink } from '../../links.ts';
import { isLinkOpen, useLink } from '../commands/use.server.ts';
import { texts } from '../texts.ts';

/** The form behind a link for a new password; opening it uses nothing up. */
export async function freshPasswordPage(visit: Visit, req: Req): Promise<PageReply> {
  const token = req.params.token ?? '';
  return (await isLinkOpen(visit, token)) ? form(visit, token) : closed(visit);
}

/** Sets the new password and leads to signing in. */
export async function freshPasswordAction(visit: Visit, req: Req): Promise<Reply> {
  const words = accountTexts(visit.lang);
  const token = req.params.token ?? '';
  const given = newPasswordForm.safeParse(req.form.all());
  if (!given.success || given.data.fresh !== given.data.again) {
    return form(visit, token, words.password.unlike);
  }
  const outcome = await useLink(visit, token, given.data.fresh);
  if (outcome.ok) return seeOther(signInLink(), { tone: 'ok', text: texts(visit.lang).fresh.done });
  if (outcome.code === 'link-closed') return closed(visit);
  return form(visit, token, words.problem[outcome.code](shortestPassword, longestPassword));
}

function form(visit: Visit, token: string, problem?: string): PageReply {
  const t = texts(visit.lang).fresh;
  return page({
    ...(problem ? { status: 422 as const } : {}),
    title: t.title,
    current: signInLink(),
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {problem && <ErrorSummary title={t.errorTitle} problems={[{ fieldId: 'fresh', text: problem }]} />}
        <form method="post" action={passwordLinkLink(token)} novalidate>
          <NewPasswordFields lang={visit.lang} problem={problem} />
          <Button kind="primary">{t.submit}</Button>
        </form>
      </>
    ),
  });
}

function closed(visit: Visit): PageReply {
  const t = texts(visit.lang).fresh;
  return page({
    status: 422,
    title: t.closedTitle,
    current: signInLink(),
    body: (
      <>
        <h1>{t.closedTitle}</h1>
        <p>{t.closed}</p>
        <p>
          <a href={forgottenLink}>{t.askAgain}</a>
        </p>
      </>
    ),
  });
}
