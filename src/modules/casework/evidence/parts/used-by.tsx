import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { evidenceLink } from '../links.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import type { listUsedBy } from '../shared-evidence.server.ts';
import { texts } from '../texts.ts';

/** The records that a proof serves, of those that the person may see; the others are counted. */
export function UsedBy({
  lang,
  owner,
  usedBy,
  serves,
}: {
  lang: Lang;
  owner: Pick<EvidenceOwner, 'path'>;
  usedBy: Awaited<ReturnType<typeof listUsedBy>>;
  /** Records that the same content serves, seen or not. */
  serves: number;
}) {
  const t = texts(lang).existing;
  const hidden = serves - usedBy.length;
  return (
    <Panel id="used-by" title={t.usedBy} count={formatNumber(lang, usedBy.length)} note={t.together}>
      <ul>
        {usedBy.map(({ recordId, attachmentId, title }) => (
          <li key={recordId}>
            <a href={evidenceLink(`${owner.path}/${recordId}`, attachmentId)}>{title}</a>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>{t.others(formatNumber(lang, hidden))}</p>}
    </Panel>
  );
}
