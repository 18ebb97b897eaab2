import type { Lang } from '#platform/i18n/lang.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Button } from '#ui/button/button.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { backField, taskLink } from '../../links.ts';
import type { TaskRecord } from '../queries.server.ts';
import { longestClosingText } from '../task.ts';
import { texts } from '../texts.ts';

/** What was handed in, and the two answers to it: approve with or without a word, or send back with the reason. */
export function JudgeForm({
  lang,
  task,
  typed,
  error,
}: {
  lang: Lang;
  task: TaskRecord;
  typed?: { readonly text: string; readonly version: string; readonly back: string } | undefined;
  error?: string | undefined;
}) {
  const t = texts(lang);
  return (
    <form method="post" action={taskLink(task.id, 'duyet')} class="form" novalidate>
      <HandedIn lang={lang} task={task} />
      <input type="hidden" name="version" value={typed?.version ?? task.version} />
      {typed?.back && <input type="hidden" name={backField} value={typed.back} />}
      <TextareaField
        name="text"
        label={t.form.judgeText}
        hint={t.form.judgeHint}
        value={typed?.text ?? ''}
        maxLength={longestClosingText}
        rows={2}
        error={error}
      />
      <p class="form-actions">
        <Button kind="primary">{t.deed.approve}</Button>
        <Button formAction={taskLink(task.id, 'tra-lai')}>{t.deed['send-back']}</Button>
      </p>
    </form>
  );
}

/** What was handed in last against what the task declares. */
export function HandedIn({ lang, task }: { lang: Lang; task: TaskRecord }) {
  const t = texts(lang).record;
  if (!task.handedIn) return null;
  const { text, exception, on } = task.handedIn;
  return (
    <Facts
      facts={[
        { label: t.declared, value: task.product ?? t.notGiven },
        { label: t.handedIn, value: text, note: formatDate(on) },
        ...(exception ? [{ label: t.exception, value: exception, note: t.exceptionNote }] : []),
      ]}
    />
  );
}
