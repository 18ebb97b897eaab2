import { calendarAuditWords } from '#modules/calendar/index.server.ts';
import { type AuditWords, caseworkAuditWords } from '#modules/casework/index.server.ts';
import { directoryAuditWords } from '#modules/directory/index.server.ts';
import { listsAuditWords } from '#modules/lists/index.server.ts';
import { planningAuditWords } from '#modules/planning/index.server.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { texts } from '../texts.ts';

/**
 * What every module calls its acts, records and fields, as one dictionary. Where two modules give one name to two
 * things, each puts the kind of its record before it.
 */
export function wordsOf(lang: Lang): AuditWords {
  const all: readonly AuditWords[] = [
    directoryAuditWords(lang),
    calendarAuditWords(lang),
    planningAuditWords(lang),
    caseworkAuditWords(lang),
    listsAuditWords(lang),
    texts(lang).audit,
  ];
  const acts = Object.assign({}, ...all.map((words) => words.acts)) as AuditWords['acts'];
  const kinds = Object.assign({}, ...all.map((words) => words.kinds)) as AuditWords['kinds'];
  const values = Object.assign({}, ...all.map((words) => words.values)) as AuditWords['values'];
  return {
    acts,
    kinds,
    fields: Object.assign({}, ...all.map((words) => words.fields)) as AuditWords['fields'],
    systems: Object.assign({}, ...all.map((words) => words.systems)) as AuditWords['kinds'],
    // What the audit was filtered by is said like the audit itself.
    values: { ...values, viec: acts, loai: kinds },
  };
}
