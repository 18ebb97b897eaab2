import type { Lang } from '#platform/i18n/lang.ts';
import { SealScore } from '#ui/seal/seal.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { clearOf, sixClears, type Task } from '../task.ts';
import { texts } from '../texts.ts';

/** The state of a task as people named it: an open one without a person is not assigned yet. */
export function TaskState({ lang, task }: { lang: Lang; task: Pick<Task, 'state' | 'assigneeId'> }) {
  const t = texts(lang).state;
  if (task.state === 'done') return <Tag tone="ok">{t.done}</Tag>;
  if (task.state === 'cancelled') return <Tag tone="neutral">{t.cancelled}</Tag>;
  return task.assigneeId ? <Tag tone="info">{t.open}</Tag> : <Tag tone="draft">{t.unassigned}</Tag>;
}

type ClearFacts = Parameters<typeof clearOf>[0];

/** How many of the six are clear, as cells in the order of the decree and as a number. */
export function SixClearScore({ lang, task }: { lang: Lang; task: ClearFacts }) {
  const cells = sixClears.map((name) => clearOf(task)[name]);
  const score = `${cells.filter(Boolean).length}/${sixClears.length}`;
  return <SealScore cells={cells} score={score} said={texts(lang).sixClear.said(score)} />;
}
