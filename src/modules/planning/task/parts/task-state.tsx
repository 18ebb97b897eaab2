import type { Lang } from '#platform/i18n/lang.ts';
import { SealScore } from '#ui/seal/seal.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { clearOf, type SixClearFacts, sixClears } from '../six-clear.ts';
import type { Task } from '../task.ts';
import type { TaskStage } from '../task-life.ts';
import { texts } from '../texts.ts';

const tones: Readonly<Record<TaskStage, Tone>> = {
  draft: 'draft',
  assigned: 'info',
  accepted: 'info',
  'in-progress': 'info',
  submitted: 'info',
  'sent-back': 'soon',
  waiting: 'paused',
  done: 'ok',
  cancelled: 'neutral',
};

/** The step at which a task stands, in the words that all pages use. */
export function TaskState({ lang, task }: { lang: Lang; task: Pick<Task, 'stage'> }) {
  return <Tag tone={tones[task.stage]}>{texts(lang).stage[task.stage]}</Tag>;
}

/** How many of the six are clear, as cells in the order of the decree and as a number. */
export function SixClearScore({ lang, task }: { lang: Lang; task: SixClearFacts }) {
  const cells = sixClears.map((name) => clearOf(task)[name]);
  const score = `${cells.filter(Boolean).length}/${sixClears.length}`;
  return <SealScore cells={cells} score={score} said={texts(lang).sixClear.said(score)} />;
}
