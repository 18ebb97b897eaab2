import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { NextAction } from '#ui/next-action/next-action.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type TaskDeed as TaskForm, taskLink } from '../../links.ts';
import type { abilities } from '../policy.ts';
import type { TaskEvent, TaskRecord } from '../queries.server.ts';
import { missingClears } from '../six-clear.ts';
import type { TaskDeed } from '../task-life.ts';
import { texts } from '../texts.ts';
import { HandedIn, JudgeForm } from './judge-form.tsx';

interface NextStepProps {
  readonly lang: Lang;
  readonly task: TaskRecord;
  readonly events: readonly TaskEvent[];
  readonly can: ReturnType<typeof abilities>;
}

/** What the person who looks has to do with the task now; for others, for whom it waits. */
export function NextStep(props: NextStepProps) {
  const { lang, task, can } = props;
  if (task.state !== 'open') return <Ended {...props} />;
  if (task.stage === 'submitted' && can.approve) {
    return (
      <Panel id="next" title={texts(lang).form.judgeTitle}>
        <JudgeForm lang={lang} task={task} />
      </Panel>
    );
  }
  const own = ownStep(props);
  if (!own) return <Waiting {...props} />;
  return (
    <NextAction id="next" eyebrow={texts(lang).next.eyebrow} title={own.title} actions={own.actions}>
      {own.text}
    </NextAction>
  );
}

/** The step that is this person's to take, with its buttons; undefined where it is somebody else's. */
function ownStep({ lang, task, events, can }: NextStepProps) {
  const t = texts(lang);
  const tap = (name: TaskDeed, form: TaskForm, isMain = true) =>
    can[name] && <Tap task={task} form={form} label={t.deed[name]} isMain={isMain} />;
  const go = (name: TaskDeed, form: TaskForm, isMain = true) =>
    can[name] && (
      <LinkButton
        kind={isMain ? 'primary' : 'secondary'}
        href={taskLink(task.id, form)}
        shortcut={name === 'assign' ? 'E' : undefined}
      >
        {t.deed[name]}
      </LinkButton>
    );
  const shown = (title: string, text: string, actions: ComponentChildren) => ({ title, text, actions });
  const product = task.product ? t.next.declared(task.product) : t.next.anyProduct;
  switch (task.stage) {
    case 'draft': {
      const missing = missingClears(task).map((name) => t.sixClear[name].toLowerCase());
      return can.assign && shown(t.next.assign, t.next.lacks(missing.join(', ')), go('assign', 'giao'));
    }
    case 'waiting':
      if (!can['record-event']) return undefined;
      return shown(t.next.event, t.next.eventText(task.dueText ?? ''), go('record-event', 'su-kien'));
    case 'assigned':
      if (!can.accept) return undefined;
      return shown(
        t.next.accept,
        product,
        <>
          {tap('accept', 'nhan')}
          {go('decline', 'khong-nhan', false)}
          {go('submit', 'nop', false)}
        </>,
      );
    case 'accepted':
      if (!can.submit) return undefined;
      return shown(
        t.next.start,
        product,
        <>
          {tap('start', 'bat-dau')}
          {go('submit', 'nop', false)}
        </>,
      );
    case 'in-progress':
      return can.submit && shown(t.next.submit, product, go('submit', 'nop'));
    case 'sent-back': {
      const reason = events.find((event) => event.kind === 'sent-back')?.detail.text;
      return can.submit && shown(t.next.again, t.next.againText(reason ?? ''), go('submit', 'nop'));
    }
    default:
      return undefined;
  }
}

/** For whom the task waits, said to those who have nothing to do with it now. */
function Waiting({ lang, task, can }: NextStepProps) {
  const t = texts(lang);
  const { stage } = task;
  if (stage === 'done' || stage === 'cancelled') return null;
  const who = (stage === 'submitted' ? task.approverName : task.assigneeName) ?? t.record.noOne;
  return (
    <Notice
      tone={stage === 'draft' || stage === 'waiting' ? 'paused' : 'info'}
      title={t.waits[stage](who)}
      actions={
        can.withdraw ? <Tap task={task} form="rut-lai" label={t.deed.withdraw} isMain={false} /> : undefined
      }
    >
      {stage === 'submitted' && <HandedIn lang={lang} task={task} />}
    </Notice>
  );
}

/** How the task ended, and the way back for those who may. */
function Ended({ lang, task, can }: NextStepProps) {
  const t = texts(lang);
  const isDone = task.state === 'done';
  return (
    <Notice
      tone={isDone ? 'ok' : 'neutral'}
      title={isDone ? t.record.closedDone : t.record.closedCancelled}
      actions={
        can.reopen ? <Tap task={task} form="mo-lai" label={t.deed.reopen} isMain={false} /> : undefined
      }
    >
      {task.closingText}
      {isDone && task.handedIn?.exception && <p>{t.record.exceptionWas(task.handedIn.exception)}</p>}
    </Notice>
  );
}

/** A button that does its deed at once. */
function Tap({
  task,
  form,
  label,
  isMain,
}: {
  task: TaskRecord;
  form: TaskForm;
  label: string;
  isMain: boolean;
}) {
  return (
    <form method="post" action={taskLink(task.id, form)}>
      <input type="hidden" name="version" value={task.version} />
      <Button kind={isMain ? 'primary' : 'secondary'}>{label}</Button>
    </form>
  );
}
