import type { DueRead } from './deadline.ts';

/** A deadline as read in one line, so that tables of phrases can be checked by eye; "–" when it was not understood. */
export function toldDue(read: DueRead | null): string {
  if (read === null) return '–';
  const { due, whole } = read;
  const { every, ...more } = due.recurrence ?? { every: '' };
  const words = [
    due.kind,
    due.from === null && due.to === null ? '' : `${due.from ?? ''}..${due.to ?? ''}`,
    due.before ? 'before' : '',
    due.periods ? `in ${due.periods.length} parts` : '',
    [every].flat().join('+'),
    ...Object.entries(more).map(([name, value]) => `${name} ${String(value)}`),
    due.offset ? `${due.offset.count} ${due.offset.unit}` : '',
    due.event === undefined ? '' : `«${due.event}»`,
    whole ? '' : '(partly)',
  ];
  return words.filter((word) => word !== '').join(' ');
}
