import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { draftDeedLink, draftLink, draftPaperLink, draftsLink, plansLink } from '../../links.ts';
import { countsOf, DifferenceView } from '../../plan-difference/parts/difference-view.tsx';
import type { PlanDifference } from '../../plan-difference/plan-difference.ts';
import { texts as differenceTexts } from '../../plan-difference/texts.ts';
import { pairRow } from '../commands/amend.server.ts';
import { asked } from './draft-deeds.tsx';
import { getDifference } from '../difference.server.ts';
import { pairForm } from '../input.ts';
import { PaperList } from '../parts/paper-links.tsx';
import { titleOf } from '../parts/row-words.tsx';
import { type AnyRow, draftName, type PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { getDraft } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What a draft changes against the plan that it takes the place of; rows can be paired otherwise. */
export async function draftDifferencePage(ctx: Ctx, req: Req): Promise<Reply> {
  const found = await getDraft(ctx, req.params.id ?? '');
  const compared = await getDifference(ctx, found);
  const a = texts(ctx.lang).amending;
  if (!compared) return seeOther(draftLink(found.id), { tone: 'info', text: a.noPlan });
  const { difference } = compared;
  const t = texts(ctx.lang);
  const d = differenceTexts(ctx.lang);
  const mayPair = found.state === 'draft' && policy.edit(ctx.actor).allowed;
  return page({
    title: d.title,
    current: draftsLink,
    isWide: true,
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found), href: draftLink(found.id) },
      { label: d.title },
    ],
    body: (
      <Stack>
        <PageHead
          title={d.title}
          lead={compared.earlierTitle}
          line={countsOf(ctx.lang, difference)}
          actions={
            <>
              <LinkButton href={draftLink(found.id)}>{a.back}</LinkButton>
              <PaperList
                lang={ctx.lang}
                names={['thay-doi']}
                linkTo={(name) => draftPaperLink(found.id, name)}
              />
            </>
          }
        />
        <DifferenceView
          lang={ctx.lang}
          difference={difference}
          {...(mayPair && {
            pairing: (row: AnyRow, isPaired: boolean) => (
              <Pairing ctx={ctx} found={found} row={row} isPaired={isPaired} difference={difference} />
            ),
          })}
        />
      </Stack>
    ),
  });
}

/** Says which earlier row a row goes on from. */
export async function pairAction(ctx: Ctx, req: Req): Promise<Reply> {
  const { id } = await getDraft(ctx, req.params.id ?? '');
  const t = texts(ctx.lang);
  const order = asked(pairForm, req);
  const outcome = await pairRow(ctx, id, order.row, { pair: order.pair, version: order.version });
  return seeOther(
    draftDeedLink(id, 'so-sanh'),
    outcome.ok ? { tone: 'ok', text: t.flash.saved } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Parts a pair, or pairs an added row with one that would otherwise be left out. */
function Pairing(props: {
  ctx: Ctx;
  found: PlanDraft;
  row: AnyRow;
  isPaired: boolean;
  difference: PlanDifference;
}) {
  const { ctx, found, row, isPaired, difference } = props;
  const a = texts(ctx.lang).amending;
  const t = texts(ctx.lang);
  const free = difference.removed.filter((one) => one.kind === row.kind);
  if (!isPaired && free.length === 0) return null;
  return (
    <form method="post" action={draftDeedLink(found.id, 'so-sanh')}>
      <input type="hidden" name="row" value={row.id} />
      <input type="hidden" name="version" value={row.version} />
      {isPaired ? (
        <Button size="small" kind="quiet" name="pair" value="none">
          {a.unpair}
        </Button>
      ) : (
        <>
          <SelectField
            id={`pair-${row.id}`}
            name="pair"
            label={a.pairLabel}
            options={[
              { value: 'none', label: a.pairNew },
              ...free.map((one) => ({ value: one.id, label: titleOf(t, one).slice(0, 100) })),
            ]}
          />
          <Button size="small">{a.pairSubmit}</Button>
        </>
      )}
    </form>
  );
}
