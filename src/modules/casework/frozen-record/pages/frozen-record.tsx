import { noteOpening } from '#platform/audit/opening.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { ListCount } from '#platform/list/count.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Progress } from '#ui/progress/progress.tsx';
import { evidenceLink } from '../../evidence/links.ts';
import * as evidencePolicy from '../../evidence/policy.ts';
import { getEvidence } from '../../evidence/queries.server.ts';
import { type FrozenFacts, type FrozenRecord, isListName, type ShownRows } from '../frozen-record.ts';
import { saidNow } from '../freeze-rows.server.ts';
import type { FreezingPlace, FrozenSource } from '../frozen-source.ts';
import { frozenLink } from '../links.ts';
import { FrozenSaidPanel, SaidThenNowPanel } from '../parts/said-then-now.tsx';
import { FrozenRowsPanel, ThenNowPanel } from '../parts/then-now.tsx';
import { findProofOf, getFrozen } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What was frozen, beside what the list or the record holds now; while it is being frozen, how far that is. */
export async function frozenPage(ctx: Ctx, req: Req, place: FreezingPlace): Promise<PageReply> {
  const one = await getFrozen(ctx, place.owners, req.params.id ?? '');
  const { owner, recordId, attachmentId } = await findProofOf(ctx, place.owners, one);
  const t = texts(ctx.lang);
  const record = await owner.find(ctx, recordId);
  const recordHref = `${owner.path}/${record.id}`;
  const title = one.state === 'ready' ? one.title : `${t.state[one.state]}: ${one.title}`;
  const source = place.sources.find(({ name }) => name === one.source);
  const now = await nowOf(ctx, one, source);
  const isSeen = now !== undefined;
  const proof = attachmentId ? await getEvidence(ctx, owner, record.id, attachmentId) : undefined;
  const mayTake = evidencePolicy.freeze(record).allowed;
  const mayAnew = mayTake && isSeen && proof?.frozen?.id === one.id && evidencePolicy.replace(record).allowed;
  // The rows themselves are shown, whatever they tell of people.
  if (one.frozen)
    noteOpening(ctx, {
      act: 'casework.evidence.see',
      recordKind: owner.kind,
      recordId: record.id,
      shown: { frozen: one.id, rows: one.frozen.shown.rows.length },
    });
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
          actions={
            <>
              {mayAnew && (
                <form method="post" action={frozenLink(one.id, 'chot-lai')}>
                  <Button>{t.anew.send}</Button>
                </form>
              )}
              <LinkButton href={`${recordHref}#evidence`}>{t.backToRecord}</LinkButton>
            </>
          }
        />
        <Stack>
          <Unfinished ctx={ctx} one={one} mayTake={mayTake} mayTry={mayTake && isSeen} />
          {proof && proof.frozen?.id !== one.id && (
            <Notice tone="info" title={t.anew.newer}>
              <a href={proof.frozen ? frozenLink(proof.frozen.id) : evidenceLink(recordHref, proof.id)}>
                {t.anew.seeNewer}
              </a>
            </Notice>
          )}
          {one.frozen && attachmentId && (
            <Frozen
              ctx={ctx}
              one={{ ...one, frozen: one.frozen }}
              source={source}
              now={now}
              proof={{ link: recordHref, attachmentId }}
            />
          )}
        </Stack>
      </>
    ),
  });
}

/** What stands in the place of what was frozen now. */
interface Now {
  /** How many rows the list has; undefined for a single record. */
  readonly count: ListCount | undefined;
  /** What the record says, in the language in which it was frozen; empty for a list. */
  readonly said: ShownRows['rows'];
}

/** Reads it with the eyes of this person; undefined where they may not see it, or it is gone. */
async function nowOf(
  ctx: Ctx,
  one: FrozenRecord,
  source: FrozenSource | undefined,
): Promise<Now | undefined> {
  if (!source?.mayFreeze(ctx.actor)) return undefined;
  if (source.isList) return { count: one.frozen ? await source.count(ctx, one.query) : undefined, said: [] };
  try {
    return { count: undefined, said: await saidNow({ ...ctx, lang: one.lang }, source, one.query) };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

function Frozen(props: {
  ctx: Ctx;
  one: FrozenRecord & { readonly frozen: FrozenFacts };
  source: FrozenSource | undefined;
  now: Now | undefined;
  proof: { readonly link: string; readonly attachmentId: string };
}) {
  const { ctx, one, source, now, proof } = props;
  const live = now && source?.href(one.query);
  if (!isListName(one.source))
    return (
      <>
        <SaidThenNowPanel ctx={ctx} one={one} now={now?.said} live={live} proof={proof} />
        <FrozenSaidPanel ctx={ctx} frozen={one.frozen} />
      </>
    );
  return (
    <>
      <ThenNowPanel
        ctx={ctx}
        one={one}
        now={now?.count}
        live={live}
        isKnown={source !== undefined}
        proof={proof}
      />
      <FrozenRowsPanel ctx={ctx} frozen={one.frozen} />
    </>
  );
}

function Unfinished(props: { ctx: Ctx; one: FrozenRecord; mayTake: boolean; mayTry: boolean }) {
  const { ctx, one } = props;
  const t = texts(ctx.lang);
  const asked = <p>{t.askedBy(one.askedByName, formatInstant(ctx.lang, one.askedAt))}</p>;
  if (one.state === 'waiting')
    return (
      <Panel id="freezing" title={t.state.waiting}>
        <Progress value={0} max={1} label={t.state.waiting} />
        <p>{isListName(one.source) ? t.waitingText : t.single.waitingText}</p>
        {asked}
        {props.mayTake && (
          <form method="post" action={frozenLink(one.id, 'bo')}>
            <ButtonRow>
              <Button>{t.takeBack}</Button>
            </ButtonRow>
          </form>
        )}
      </Panel>
    );
  if (one.state === 'ready') return null;
  return (
    <>
      <Notice tone="late" title={t.state.failed}>
        {t.failure[one.failure ?? 'broken']}
      </Notice>
      {asked}
      {props.mayTry && (
        <form method="post" action={frozenLink(one.id, 'lai')}>
          <ButtonRow>
            <Button kind="primary">{t.again}</Button>
          </ButtonRow>
        </form>
      )}
      {props.mayTake && (
        <form method="post" action={frozenLink(one.id, 'bo')}>
          <ButtonRow>
            <Button>{t.takeBack}</Button>
          </ButtonRow>
        </form>
      )}
    </>
  );
}
