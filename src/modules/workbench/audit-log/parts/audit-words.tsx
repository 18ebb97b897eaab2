import type { AuditWords } from '#modules/casework/index.server.ts';
import { directoryAuditWords } from '#modules/directory/index.server.ts';
import { planningAuditWords } from '#modules/planning/index.server.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { texts } from '../texts.ts';

/** What every module calls its acts, records and fields, as one dictionary. */
export function wordsOf(lang: Lang): AuditWords {
  const own = texts(lang).audit;
  const directory = directoryAuditWords(lang);
  const planning = planningAuditWords(lang);
  return {
    acts: { ...directory.acts, ...planning.acts, ...own.acts },
    kinds: { ...directory.kinds, ...planning.kinds, ...own.kinds },
    fields: { ...directory.fields, ...planning.fields, ...own.fields },
    systems: { ...directory.systems, ...own.systems },
    values: {
      ...directory.values,
      ...planning.values,
      // One name for two things: the kind of a plan's row, and the kind of a broken place.
      kind: { ...planning.values.kind, ...own.values.kind },
    },
  };
}
