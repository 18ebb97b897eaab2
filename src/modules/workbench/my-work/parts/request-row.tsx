import { DueAnswerForm, type WaitingRequest } from '#modules/planning/index.server.ts';
import { taskLink } from '#modules/planning/links.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import type { DisclosureRow } from '#ui/disclosure-list/disclosure-list.tsx';
import { texts } from '../texts.ts';

/** One request for another deadline: who asks for what, and below it the two answers. */
export function requestRow(ctx: Ctx, waiting: WaitingRequest, back: string): DisclosureRow {
  const t = texts(ctx.lang);
  const { request, title } = waiting;
  return {
    id: `han-${request.id}`,
    lead: waiting.code,
    title,
    note: [
      t.asksDue(request.askedByName, formatDate(request.from), formatDate(request.to)),
      waiting.insteadOfName && t.insteadOf(waiting.insteadOfName),
      waiting.leadUnitName,
    ]
      .filter(Boolean)
      .join(' · '),
    body: (
      <>
        <DueAnswerForm lang={ctx.lang} request={request} noteId={`y-kien-${request.id}`} back={back} />
        <p>
          <LinkButton kind="quiet" href={taskLink(request.taskId)} label={t.openOf(title)}>
            {t.open}
          </LinkButton>
        </p>
      </>
    ),
  };
}
