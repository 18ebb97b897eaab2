import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import type { PlanReading } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { documentName } from './cited-document.ts';
import { issuerOf, planEnding, planTop } from './paper-frame.ts';
import { planBody } from './plan-body.ts';
import { taskAnnex } from './task-annex.ts';

/**
 * A plan as an official paper, its tasks in a landscape annex or, where they are nothing but sentences, in the body.
 *
 * Number and day of a plan that is not issued yet stay blank; `today` then decides the layout rules.
 */
export function planPaper(reading: PlanReading, today: PlainDate): Paper {
  const { plan } = reading;
  const title = plan.title ?? '';
  const issuer = issuerOf(plan).replace('\n', ' ');
  const bases = plan.basis.map(
    (citation, index) =>
      `${paperWords.basis(documentName(citation))}${index === plan.basis.length - 1 ? '.' : ';'}`,
  );
  const hasAnnex = reading.tasks.length > 0 && !tasksAreSentences(reading);
  const note =
    plan.number === null ? paperWords.annexNoteBlank(issuer) : paperWords.annexNote(plan.number, issuer);
  return {
    ...planTop(plan, today),
    title: `${paperWords.plan} ${title}`,
    kind: paperWords.plan,
    subject: title,
    bases,
    body: [{ kind: 'paragraph', words: paperWords.issues(issuer) }, ...planBody(reading, hasAnnex)],
    ending: planEnding(plan),
    annexes: hasAnnex ? [taskAnnex(reading, title, note)] : [],
  };
}

/**
 * True for a movement, for sections that are numbered inside a part of the body ("II.3"), and where nothing of the tasks
 * needs a column.
 */
function tasksAreSentences({ plan, sections, tasks }: PlanReading): boolean {
  if (plan.kind === 'emulation-movement') return true;
  if (sections.length > 0 && sections.every(({ code }) => code.includes('.'))) return true;
  return tasks.every(({ objective, activity, product, chair_leader, note }) =>
    [objective, activity, product, chair_leader, note].every((field) => !field),
  );
}
