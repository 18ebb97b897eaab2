import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { IconName } from '#ui/icon/icon.tsx';
import { SectionHead } from '#ui/page-head/page-head.tsx';
import { SixPanel } from '#ui/six-panel/six-panel.tsx';
import { taskLink } from '../../links.ts';
import type { TaskRecord } from '../queries.server.ts';
import { clearOf, type SixClear, sixClears } from '../six-clear.ts';
import { texts } from '../texts.ts';

const icons: Record<SixClear, IconName> = {
  person: 'person',
  work: 'list',
  responsibility: 'flag',
  progress: 'calendar',
  result: 'document',
  authority: 'scales',
};

/** The six clears of one task, each with its fact or with what is missing and how to mend it. */
export function SixClearPanel({
  lang,
  task,
  mayAssign,
}: {
  lang: Lang;
  task: TaskRecord;
  mayAssign: boolean;
}) {
  const t = texts(lang).sixClear;
  const clear = clearOf(task);
  const facts: Record<SixClear, string> = {
    person: task.assigneeName ?? t.noPerson,
    work: task.activity ?? task.title,
    responsibility: task.leadUnitName ?? t.noResponsibility,
    progress: task.dueOn
      ? formatDate(task.dueOn)
      : clear.progress
        ? (task.dueText ?? t.noProgress)
        : t.noProgress,
    result: task.product ?? t.noResult,
    authority: task.approverName ?? t.noAuthority,
  };
  const missing = sixClears.filter((name) => !clear[name]);
  const score = `${sixClears.length - missing.length}/${sixClears.length}`;
  const field = {
    person: 'assignee',
    work: '',
    responsibility: 'unit',
    progress: 'due',
    result: 'product',
    authority: 'approver',
  };
  return (
    <section aria-labelledby="six-clear">
      <SectionHead
        id="six-clear"
        title={t.title(score)}
        note={
          missing.length > 0 ? t.missing(missing.map((name) => t[name].toLowerCase()).join(', ')) : t.full
        }
      />
      <SixPanel
        cells={sixClears.map((name) => ({
          id: `six-${name}`,
          label: t[name],
          icon: icons[name],
          value: facts[name],
          filled: clear[name],
          action:
            !clear[name] && mayAssign ? (
              <a href={`${taskLink(task.id, 'giao')}#${field[name]}`}>{t.mend}</a>
            ) : undefined,
        }))}
      />
    </section>
  );
}
