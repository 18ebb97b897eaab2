import { remindedRecordField, remindersLink } from '#modules/casework/links.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { RailPart } from '#ui/facts/facts.tsx';
import { texts } from '../texts.ts';
import type { ToldOfTask } from '../told-of-task.server.ts';

/** How often people were reminded of a task, and the way to exactly these lines of the ledger. */
export function ToldPanel({
  lang,
  taskId,
  told,
}: {
  lang: Lang;
  taskId: string;
  told: ToldOfTask | undefined;
}) {
  if (!told) return null;
  const t = texts(lang);
  const say = (value: number) => formatNumber(lang, value);
  return (
    <RailPart id="told" title={t.title}>
      <p>
        {t.told(say(told.count), formatDate(told.lastOn), told.lastName)}
        {told.escalations > 0 && ` ${t.escalated(say(told.escalations))}`}
      </p>
      <p>
        <a href={remindersLink({ [remindedRecordField]: taskId })}>{t.lines}</a>
      </p>
    </RailPart>
  );
}
