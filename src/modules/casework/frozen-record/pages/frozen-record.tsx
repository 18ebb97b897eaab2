import { noteOpening } from '#platform/audit/opening.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Progress } from '#ui/progress/progress.tsx';
import type { EvidenceOwner } from '../../evidence/owner.server.ts';
import * as evidencePolicy from '../../evidence/policy.ts';
import { freezeAgain } from '../commands.server.ts';
import type { FrozenRecord } from '../frozen-record.ts';
import type { FreezingPlace } from '../frozen-source.ts';
import { frozenLink } from '../links.ts';
import { FrozenRowsPanel, ThenNowPanel } from '../parts/then-now.tsx';
import { sourceOf } from '../place.server.ts';
import { findProofOf, getFrozen } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What was frozen, beside what the list holds now; while it is being frozen, how far that is. */
export async function frozenPage(ctx: Ctx, req: Req, place: FreezingPlace): Promise<PageReply> {
  const one = await getFrozen(ctx, place.owners, req.params.id ?? '');
  const { owner, recordId, attachmentId } = await findProofOf(ctx, place.owners, one);
  const t = texts(ctx.lang);
  const record = await owner.find(ctx, recordId);
  const recordHref = `${owner.path}/${record.id}`;
  const title = one.state === 'ready' ? one.title : `${t.state[one.state]}: ${one.title}`;
  const source = place.sources.find(({ name }) => name === one.source);
  const isSeen = source?.mayFreeze(ctx.actor) ?? false;
  // The rows themselves are shown, whatever they tell of people.
  if (one.frozen)
    noteOpening(ctx, {
      act: 'casework.evidence.see',
      recordKind: owner.kind,
      recordId: record.id,
      shown: { frozen: one.id, rows: one.frozen.shown.rows.length },
    });
  const now = source && isSeen && one.frozen ? await source.count(ctx, one.query) : undefined;
  return page({
    title,
    current: owner.path,
    crumbs: [...record.crumbs, { label: t.title }],
    ...(one.state === 'waiting' ? { refreshSeconds: 2 } : {}),
    body: (
      <>
        <PageHead
          title={title}
          lead={t.choose.forRecord(record.title)}
          actions={<LinkButton href={`${recordHref}#evidence`}>{t.backToRecord}</LinkButton>}
        />
        <Stack>
          <Unfinished ctx={ctx} one={one} mayTry={evidencePolicy.freeze(record).allowed && isSeen} />
          {one.frozen && attachmentId && (
            <>
              <ThenNowPanel
                ctx={ctx}
                one={{ ...one, frozen: one.frozen }}
                now={now}
                live={isSeen ? source?.href(one.query) : undefined}
                isKnown={source !== undefined}
                proof={{ link: recordHref, attachmentId }}
              />
              <FrozenRowsPanel ctx={ctx} frozen={one.frozen} />
            </>
          )}
        </Stack>
      </>
    ),
  });
}

/** Tries again what could not be frozen. */
export async function freezeAgainAction(ctx: Ctx, req: Req, place: FreezingPlace): Promise<Reply> {
  const t = texts(ctx.lang);
  const one = await getFrozen(ctx, place.owners, req.params.id ?? '');
  const owner: EvidenceOwner | undefined = place.owners.find(({ kind }) => kind === one.recordKind);
  const source = sourceOf(ctx, place, one.source);
  if (!owner || !source) throw new NotFound();
  const outcome = await freezeAgain(ctx, owner, source, one);
  return seeOther(
    frozenLink(one.id),
    outcome.ok ? { tone: 'ok', text: t.flash.again } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function Unfinished({ ctx, one, mayTry }: { ctx: Ctx; one: FrozenRecord; mayTry: boolean }) {
  const t = texts(ctx.lang);
  const asked = <p>{t.askedBy(one.askedByName, formatInstant(ctx.lang, one.askedAt))}</p>;
  if (one.state === 'waiting')
    return (
      <Panel id="freezing" title={t.state.waiting}>
        <Progress value={0} max={1} label={t.state.waiting} />
        <p>{t.waitingText}</p>
        {asked}
      </Panel>
    );
  if (one.state === 'ready') return null;
  return (
    <>
      <Notice tone="late" title={t.state.failed}>
        {t.failure[one.failure ?? 'broken']}
      </Notice>
      {asked}
      {mayTry && (
        <form method="post" action={frozenLink(one.id, 'lai')}>
          <ButtonRow>
            <Button kind="primary">{t.again}</Button>
          </ButtonRow>
        </form>
      )}
    </>
  );
}
