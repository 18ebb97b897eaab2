import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import {
  EvidenceList,
  type Evidence as Item,
  type EvidenceKind as ItemKind,
} from '#ui/evidence-list/evidence-list.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type Evidence, type EvidenceKind, isOpenable } from '../evidence.ts';
import { addEvidenceLink, evidenceFileLink, evidenceLink } from '../links.ts';
import type { EvidenceOwner, ProvenRecord } from '../owner.server.ts';
import * as policy from '../policy.ts';
import { listEvidence } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { EvidenceFlags, versionWords } from './evidence-words.tsx';

const kindOf: Readonly<Record<EvidenceKind, ItemKind>> = {
  file: 'file',
  link: 'address',
  record: 'record',
  document: 'words',
};

/** What the part of a record's page shows, read beforehand. */
export interface ShownEvidence {
  readonly ctx: Ctx;
  readonly link: string;
  readonly record: ProvenRecord;
  readonly list: readonly Evidence[];
}

/** Reads the evidence of a record for its page. */
export async function showEvidence(ctx: Ctx, owner: EvidenceOwner, recordId: string): Promise<ShownEvidence> {
  const record = await owner.find(ctx, recordId);
  const list = await listEvidence(ctx, owner, record.id);
  return { ctx, link: `${owner.path}/${record.id}`, record, list };
}

/** The evidence of a record as a part of its page: what there is, each to be opened, and the way to add more. */
export function EvidencePanel({ shown: { ctx, link, record, list } }: { shown: ShownEvidence }) {
  const t = texts(ctx.lang);
  const mayAdd = policy.attach(record).allowed;
  const items = list.map(
    (proof): Item => ({
      key: proof.id,
      kind: kindOf[proof.kind],
      kindLabel: t.kind[proof.kind],
      title: proof.title,
      href: openLink(link, proof),
      note: [
        proof.version > 1 ? t.versionCount(formatNumber(ctx.lang, proof.version)) : '',
        versionWords(ctx.lang, proof),
      ]
        .filter(Boolean)
        .join(' · '),
      state: <EvidenceFlags lang={ctx.lang} proof={proof} years={record.years} />,
      actions: (
        <LinkButton
          kind="quiet"
          size="small"
          href={evidenceLink(link, proof.id)}
          label={t.moreOf(proof.title)}
        >
          {t.more}
        </LinkButton>
      ),
    }),
  );
  return (
    <Panel
      id="evidence"
      title={t.title}
      count={list.length}
      actions={
        mayAdd ? (
          <LinkButton size="small" icon="upload" href={addEvidenceLink(link, 'moi')}>
            {t.add}
          </LinkButton>
        ) : undefined
      }
    >
      <EvidenceList label={t.list} items={items} emptyLabel={mayAdd ? t.noneMay : t.none} />
    </Panel>
  );
}

function openLink(link: string, proof: Evidence): string | undefined {
  if (proof.url) return proof.url;
  return proof.file && isOpenable(proof.file) ? evidenceFileLink(link, proof.id, proof.version) : undefined;
}
