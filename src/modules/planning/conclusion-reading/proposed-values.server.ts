import type { Unit } from '#modules/directory/index.server.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { emptyLine, type LineValues } from '../conclusion/line-values.server.ts';
import type { ProposedLine } from './conclusion-reading.ts';

/**
 * Proposals as the form shows them, by the units of today: a task where a line names who or until when, otherwise to be
 * decided. A unit that the office does not have is shown as a doubt.
 */
export function proposedLines(lines: readonly ProposedLine[], units: readonly Unit[]): LineValues[] {
  const ids = new Map(units.map((unit) => [unit.name, unit.id as string]));
  return lines.map((line) => ({
    ...emptyLine,
    text: line.text,
    as: line.isTask ? 'task' : 'open',
    title: line.title,
    unit: ids.get(line.unit) ?? '',
    with: line.coordinating.flatMap((name) => ids.get(name) ?? []),
    due: line.dueOn === null ? '' : formatDate(line.dueOn),
    dueText: line.dueText,
    unmatched: line.unmatched.join('; ').slice(0, 500),
  }));
}
