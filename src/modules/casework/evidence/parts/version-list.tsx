import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { formatInstant } from '#platform/i18n/format.ts';
import { frozenLink } from '../../frozen-record/links.ts';
import { type Evidence, type EvidenceVersion, isOpenable } from '../evidence.ts';
import { evidenceFileLink } from '../links.ts';
import { texts } from '../texts.ts';
import { versionWords } from './evidence-words.tsx';

interface Props {
  readonly lang: Lang;
  readonly link: string;
  readonly proof: Evidence;
  readonly versions: readonly EvidenceVersion[];
}

/** Every version of a proof, newest first: what it was, why it was replaced, its hash, and the file. */
export function VersionList({ lang, link, proof, versions }: Props) {
  const t = texts(lang).page;
  return (
    <Timeline
      entries={versions.map((version) => ({
        key: String(version.version),
        when: formatInstant(lang, version.addedAt),
        dateTime: version.addedAt.toISOString(),
        title: [
          t.version(formatNumber(lang, version.version)),
          version.version === proof.version ? t.now : '',
        ]
          .filter(Boolean)
          .join(' · '),
        text: (
          <>
            <VersionTitle link={link} proof={proof} version={version} />
            <br />
            {versionWords(lang, version)}
            {version.reason && (
              <>
                <br />
                {t.replacedBecause(version.reason)}
              </>
            )}
            {version.file && (
              <>
                <br />
                {t.hash}: <code>{version.file.sha256}</code>
              </>
            )}
          </>
        ),
        isStrong: version.version === proof.version,
      }))}
    />
  );
}

function VersionTitle({ link, proof, version }: { link: string; proof: Evidence; version: EvidenceVersion }) {
  if (version.url) return <a href={version.url}>{version.title}</a>;
  if (version.frozen) return <a href={frozenLink(version.frozen.id)}>{version.title}</a>;
  if (version.file && isOpenable(version.file))
    return <a href={evidenceFileLink(link, proof.id, version.version)}>{version.title}</a>;
  return <>{version.title}</>;
}
