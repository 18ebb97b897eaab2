import type { Lang } from '#platform/i18n/lang.ts';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { contributionLink } from '../../links.ts';
import { type Contribution, type ContributionStage, isAwaited } from '../contribution.ts';
import { texts } from '../texts.ts';

const tones: Readonly<Record<ContributionStage, Tone>> = {
  asked: 'draft',
  accepted: 'info',
  contributed: 'ok',
  declined: 'neutral',
  'sent-back': 'soon',
};

/** The coordinating units of a task, how far each has come and what it said; nothing where none coordinates. */
export function ContributionPanel({
  lang,
  taskId,
  contributions,
}: {
  lang: Lang;
  taskId: string;
  contributions: readonly Contribution[];
}) {
  const t = texts(lang);
  if (contributions.length === 0) return null;
  const given = contributions.filter((one) => one.stage === 'contributed').length;
  return (
    <Panel id="coordinating" title={t.panel} count={`${given}/${contributions.length}`} isFlush>
      <Table<Contribution>
        caption={t.caption}
        frame="none"
        rows={contributions}
        rowKey={(row) => row.unitId}
        columns={[
          {
            key: 'unit',
            label: t.unit,
            priority: 'lead',
            render: (row) => <a href={contributionLink(taskId, row.unitId)}>{row.unitName}</a>,
          },
          {
            key: 'state',
            label: t.state,
            size: 'medium',
            render: (row) => <ContributionState lang={lang} stage={row.stage} />,
          },
          {
            key: 'officer',
            label: t.officer,
            size: 'medium',
            render: (row) => row.officerName ?? t.noOfficer,
          },
          { key: 'said', label: t.said, size: 'long', render: (row) => saidOf(row) ?? t.nothing },
        ]}
      />
    </Panel>
  );
}

/** How far a coordinating unit has come, in the words that all pages use. */
export function ContributionState({ lang, stage }: { lang: Lang; stage: ContributionStage }) {
  return <Tag tone={tones[stage]}>{texts(lang).stage[stage]}</Tag>;
}

/** Warns whoever hands a task in that coordinating units have not contributed; nothing where all have. */
export function AwaitedContributions({
  lang,
  contributions,
}: {
  lang: Lang;
  contributions: readonly Contribution[];
}) {
  const t = texts(lang);
  const awaited = contributions.filter(isAwaited);
  if (awaited.length === 0) return null;
  return (
    <Notice tone="soon" title={t.awaited(awaited.map((one) => one.unitName).join('; '))}>
      {t.awaitedText}
    </Notice>
  );
}

function saidOf(one: Contribution): string | null {
  return one.stage === 'declined' || one.stage === 'sent-back' ? one.reason : one.text;
}
