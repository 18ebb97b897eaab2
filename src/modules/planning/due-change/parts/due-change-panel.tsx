import { explain, type WorkCalendar } from '#modules/calendar/index.server.ts';
import { formatDate, formatInstant, formatWeekday } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { backField, taskLink } from '../../links.ts';
import * as taskPolicy from '../../task/policy.ts';
import type { TaskRecord } from '../../task/queries.server.ts';
import { longestClosingText } from '../../task/task.ts';
import type { DueChange } from '../due-change.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The way to another deadline that is this person's: changing it at once, or asking for it; nothing while one is asked. */
export function DueChangeLink({
  ctx,
  task,
  open,
}: {
  ctx: Ctx;
  task: TaskRecord;
  open: DueChange | undefined;
}) {
  const t = texts(ctx.lang);
  if (task.state !== 'open' || task.dueOn === null || open) return null;
  if (taskPolicy.may(ctx.actor, 'change-due', task).allowed)
    return <LinkButton href={taskLink(task.id, 'doi-han')}>{t.change}</LinkButton>;
  if (!policy.ask(ctx.actor, task).allowed) return null;
  return <LinkButton href={taskLink(task.id, 'xin-doi-han')}>{t.ask}</LinkButton>;
}

/** The open request for another deadline: to whoever decides with the answers, to others as what is waited for. */
export function DueChangePanel(props: {
  lang: Lang;
  actor: Actor;
  calendar: WorkCalendar;
  task: TaskRecord;
  open: DueChange | undefined;
}) {
  const { lang, actor, calendar, task, open } = props;
  const t = texts(lang);
  if (!open || task.state !== 'open') return null;
  if (policy.answer(actor, 'grant', task).allowed) {
    return (
      <Panel id="due-change" title={t.panel}>
        <AnswerForm lang={lang} request={open} closedDay={closedDay(lang, calendar, open)} />
      </Panel>
    );
  }
  const isOwn = policy.withdraw(actor, { ...task, askedBy: open.askedBy }).allowed;
  return (
    <Notice
      tone="paused"
      title={t.waits}
      actions={
        isOwn && (
          <form method="post" action={taskLink(task.id, 'rut-xin-doi-han')}>
            <input type="hidden" name="request" value={open.id} />
            <Button>{t.withdraw}</Button>
          </form>
        )
      }
    >
      <Asked lang={lang} request={open} closedDay={closedDay(lang, calendar, open)} />
    </Notice>
  );
}

/** The request and the two answers to it. */
export function AnswerForm(props: {
  lang: Lang;
  request: DueChange;
  closedDay?: string | undefined;
  typed?: string;
  error?: string;
  /** The id of the note, where a page has several such forms. */
  noteId?: string;
  /** Where to go after the answer; the task unless named. */
  back?: string;
}) {
  const { lang, request, noteId = 'due-note', back } = props;
  const t = texts(lang);
  return (
    <form method="post" action={taskLink(request.taskId, 'duyet-doi-han')} class="form" novalidate>
      <Asked lang={lang} request={request} closedDay={props.closedDay} />
      <input type="hidden" name="request" value={request.id} />
      {back && <input type="hidden" name={backField} value={back} />}
      <TextareaField
        id={noteId}
        name="text"
        label={t.note}
        hint={t.noteHint}
        value={props.typed ?? ''}
        maxLength={longestClosingText}
        rows={2}
        error={props.error}
      />
      <p class="form-actions">
        <Button kind="primary">{t.grant}</Button>
        <Button formAction={taskLink(request.taskId, 'tu-choi-doi-han')}>{t.refuse}</Button>
      </p>
    </form>
  );
}

function Asked({
  lang,
  request,
  closedDay: closed,
}: {
  lang: Lang;
  request: DueChange;
  closedDay: string | undefined;
}) {
  const t = texts(lang);
  return (
    <Facts
      layout="rows"
      facts={[
        { label: t.from, value: formatDate(request.from) },
        { label: t.to, value: formatDate(request.to), note: closed },
        { label: t.asker, value: request.askedByName, note: formatInstant(lang, request.askedAt) },
        { label: t.reason, value: request.reason },
      ]}
    />
  );
}

/** Why the day that is asked for is closed, where it is. */
function closedDay(lang: Lang, calendar: WorkCalendar, { to }: DueChange): string | undefined {
  const [day] = explain(calendar, to, to);
  if (!day || day.kind === 'working' || day.kind === 'make-up') return undefined;
  const name = day.rule && (lang === 'vi' ? day.rule.name : day.rule.nameEn);
  return texts(lang).closedDay(name ?? formatWeekday(lang, to));
}
