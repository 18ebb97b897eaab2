import type { ComponentChildren } from 'preact';
import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import { type Evidence, EvidenceLines } from '#modules/casework/index.server.ts';
import { TaskClock, type WaitingTask } from '#modules/planning/index.server.ts';
import { backField, taskLink } from '#modules/planning/links.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { DisclosureRow } from '#ui/disclosure-list/disclosure-list.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { texts } from '../texts.ts';

interface Shown {
  readonly ctx: Ctx;
  readonly calendar: WorkCalendar;
  readonly task: WaitingTask;
  /** What was handed in with it, where it waits to be judged. */
  readonly proofs: readonly Evidence[];
  /** The inbox as it is shown, to come back to. */
  readonly back: string;
}

/** One task of the inbox: its line, and below it what it is answered with and the buttons that answer it. */
export function waitingRow(shown: Shown): DisclosureRow {
  const { ctx, calendar, task } = shown;
  const t = texts(ctx.lang);
  return {
    id: `viec-${task.id}`,
    lead: task.code,
    title: task.title,
    note: (
      <>
        <TaskClock lang={ctx.lang} calendar={calendar} today={ctx.clock.today()} task={task} />
        <br />
        {[
          task.insteadOfName && t.insteadOf(task.insteadOfName),
          task.kind === 'approve' && task.handedIn
            ? t.handedInBy(task.assigneeName ?? '', formatDate(task.handedIn.on))
            : task.leadUnitName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </>
    ),
    body: (
      <>
        <Said {...shown} />
        <Answer {...shown} />
      </>
    ),
  };
}

/** What was made or asked for, so that nobody has to open the task to answer. */
function Said({ ctx, task, proofs }: Shown) {
  const t = texts(ctx.lang);
  const facts = [
    { label: t.declared, value: task.product ?? t.notGiven },
    ...(task.kind === 'approve' && task.handedIn
      ? [
          { label: t.product, value: task.handedIn.text },
          ...(task.handedIn.exception ? [{ label: t.exception, value: task.handedIn.exception }] : []),
        ]
      : []),
    ...(task.sentBack ? [{ label: t.sentBack, value: task.sentBack }] : []),
    { label: t.lead_unit, value: task.leadUnitName ?? t.notGiven },
  ];
  return (
    <>
      <Facts facts={facts} />
      {task.kind === 'approve' && (
        <EvidenceLines lang={ctx.lang} recordLink={taskLink(task.id)} list={proofs} years={task.years} />
      )}
    </>
  );
}

function Answer(shown: Shown) {
  const { ctx, task } = shown;
  const t = texts(ctx.lang);
  const opened = (
    <LinkButton kind="quiet" href={taskLink(task.id)} label={t.openOf(task.title)}>
      {t.open}
    </LinkButton>
  );
  switch (task.kind) {
    case 'approve':
      return (
        <DeedForm shown={shown} form="duyet">
          <TextareaField
            name="text"
            id={`y-kien-${task.id}`}
            label={t.note}
            hint={t.noteHint}
            rows={2}
            value=""
          />
          <p class="form-actions">
            <Button kind="primary">{t.approve}</Button>
            <Button formAction={taskLink(task.id, 'tra-lai')}>{t.sendBack}</Button>
            {opened}
          </p>
        </DeedForm>
      );
    case 'accept':
      return (
        <DeedForm shown={shown} form="nhan">
          <p class="form-actions">
            <Button kind="primary">{t.accept}</Button>
            <LinkButton href={taskLink(task.id, 'khong-nhan')}>{t.decline}</LinkButton>
            {opened}
          </p>
        </DeedForm>
      );
    case 'do':
    case 'again':
      return (
        <p class="form-actions">
          <LinkButton kind="primary" href={taskLink(task.id, 'nop')}>
            {t.submit}
          </LinkButton>
          {opened}
        </p>
      );
    case 'event':
      return (
        <p class="form-actions">
          <LinkButton kind="primary" href={taskLink(task.id, 'su-kien')}>
            {t.record}
          </LinkButton>
          {opened}
        </p>
      );
    case 'give':
      return (
        <p class="form-actions">
          <LinkButton kind="primary" href={taskLink(task.id, 'giao')}>
            {t.assign}
          </LinkButton>
          {opened}
        </p>
      );
  }
}

/** A form that does its deed and comes back to the inbox. */
function DeedForm(props: { shown: Shown; form: 'duyet' | 'nhan'; children: ComponentChildren }) {
  const { task, back } = props.shown;
  return (
    <form method="post" action={taskLink(task.id, props.form)} class="form">
      <input type="hidden" name="version" value={task.version} />
      <input type="hidden" name={backField} value={back} />
      {props.children}
    </form>
  );
}
