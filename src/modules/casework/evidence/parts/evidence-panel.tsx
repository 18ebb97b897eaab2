import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import {
  EvidenceList,
  type Evidence as Item,
  type EvidenceKind as ItemKind,
} from '#ui/evidence-list/evidence-list.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { packRecordLink } from '../../evidence-package/links.ts';
import * as packagePolicy from '../../evidence-package/policy.ts';
import { texts as packageTexts } from '../../evidence-package/texts.ts';
import type { FrozenRecord } from '../../frozen-record/frozen-record.ts';
import { frozenLink } from '../../frozen-record/links.ts';
import { listUnfinished } from '../../frozen-record/queries.server.ts';
import { texts as frozenTexts } from '../../frozen-record/texts.ts';
import { type Evidence, type EvidenceKind, isOpenable } from '../evidence.ts';
import { addEvidenceLink, evidenceFileLink, evidenceLink } from '../links.ts';
import type { EvidenceOwner, ProvenRecord } from '../owner.server.ts';
import * as policy from '../policy.ts';
import { listEvidence } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { EvidenceFlags, versionWords } from './evidence-words.tsx';

/** How the list of proofs draws each kind. */
export const proofKind: Readonly<Record<EvidenceKind, ItemKind>> = {
  file: 'file',
  link: 'address',
  record: 'record',
  document: 'words',
};

/** What the part of a record's page shows, read beforehand. */
export interface ShownEvidence {
  readonly ctx: Ctx;
  readonly link: string;
  /** Whether all of it can be taken along as a package. */
  readonly isPacked: boolean;
  readonly record: ProvenRecord;
  readonly list: readonly Evidence[];
  /** Lists that are being frozen as proof, or could not be. */
  readonly unfinished: readonly FrozenRecord[];
}

/** Reads the evidence of a record for its page. */
export async function showEvidence(ctx: Ctx, owner: EvidenceOwner, recordId: string): Promise<ShownEvidence> {
  const record = await owner.find(ctx, recordId);
  const list = await listEvidence(ctx, owner, record.id);
  const unfinished = await listUnfinished(ctx, owner, record.id);
  const isPacked = owner.isPacked === true;
  return { ctx, link: `${owner.path}/${record.id}`, isPacked, record, list, unfinished };
}

/**
 * The evidence of a record as a part of its page: what there is, each to be opened, and the way to add more. Under `title`
 * where the record calls it something else.
 */
export function EvidencePanel({ shown, title }: { shown: ShownEvidence; title?: string }) {
  const { ctx, link, isPacked, record, list, unfinished } = shown;
  const t = texts(ctx.lang);
  const mayAdd = policy.attach(record).allowed;
  const mayPack = isPacked && list.length > 0 && packagePolicy.make(ctx.actor).allowed;
  const items = list.map(
    (proof): Item => ({
      key: proof.id,
      kind: proofKind[proof.kind],
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
      title={title ?? t.title}
      count={list.length}
      actions={
        <ButtonRow>
          {mayPack && (
            <form method="post" action={packRecordLink(link)}>
              <Button kind="quiet" size="small" icon="download">
                {packageTexts(ctx.lang).make}
              </Button>
            </form>
          )}
          {mayAdd && (
            <LinkButton size="small" icon="upload" href={addEvidenceLink(link, 'moi')}>
              {t.add}
            </LinkButton>
          )}
        </ButtonRow>
      }
    >
      <EvidenceList
        label={t.list}
        items={[...items, ...unfinished.map((one) => unfinishedItem(ctx.lang, one))]}
        emptyLabel={mayAdd ? t.noneMay : t.none}
      />
    </Panel>
  );
}

/** A list that is being frozen stands among the proofs until it is one; where it failed, the way to try again. */
function unfinishedItem(lang: Lang, one: FrozenRecord): Item {
  const t = frozenTexts(lang);
  return {
    key: one.id,
    kind: proofKind.record,
    kindLabel: texts(lang).kind.record,
    title: one.title,
    href: frozenLink(one.id),
    note: t.askedBy(one.askedByName, formatInstant(lang, one.askedAt)),
    state:
      one.state === 'failed' ? (
        <Tag tone="late">{t.state.failed}</Tag>
      ) : (
        <Tag tone="paused">{t.state.waiting}</Tag>
      ),
  };
}

/** Where a proof is opened; undefined where there is nothing to open yet. */
export function openLink(link: string, proof: Evidence): string | undefined {
  if (proof.url) return proof.url;
  if (proof.frozen) return frozenLink(proof.frozen.id);
  return proof.file && isOpenable(proof.file) ? evidenceFileLink(link, proof.id, proof.version) : undefined;
}
