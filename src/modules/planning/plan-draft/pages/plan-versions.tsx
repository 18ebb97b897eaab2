import { page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { planLink, planPaperLink, plansLink } from '../../links.ts';
import type { Plan } from '../../plan/plan.ts';
import { findSuccessor, getPlan } from '../../plan/queries.server.ts';
import { texts as planTexts } from '../../plan/texts.ts';
import { countsOf, DifferenceView } from '../../plan-difference/parts/difference-view.tsx';
import { texts as differenceTexts } from '../../plan-difference/texts.ts';
import { getDifference } from '../difference.server.ts';
import { FrozenRows } from '../parts/frozen-rows.tsx';
import { PaperList } from '../parts/paper-links.tsx';
import { papersOf } from '../plan-draft.ts';
import { listRows } from '../queries.server.ts';

/** A plan as it was issued, whatever has become of its tasks; a replaced one leads to the version in force. */
export async function asIssuedPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = planTexts(ctx.lang);
  const plan = await getPlan(ctx, req.params.id ?? '');
  const successor = await findSuccessor(ctx, plan.id);
  const rows = plan.draftId ? await listRows(ctx, plan.draftId) : [];
  return page({
    title: plan.title,
    records: plan.draftId ? [{ kind: 'plan-draft', id: plan.draftId }] : [],
    current: plansLink,
    crumbs: crumbsOf(ctx, plan, t.asIssued),
    body: (
      <Stack>
        <PageHead
          title={plan.title}
          lead={t.asIssued}
          actions={
            rows.length > 0 && (
              <PaperList
                lang={ctx.lang}
                names={papersOf({ amendsPlanId: plan.replacesPlanId })}
                linkTo={(name) => planPaperLink(plan.id, name)}
              />
            )
          }
          printNote={[ctx.tenant.name, t.printed(formatInstant(ctx.lang, ctx.clock.now()))]}
        />
        {successor && (
          <Notice
            tone="soon"
            title={t.replaced}
            actions={
              <LinkButton kind="primary" href={planLink(successor.id)}>
                {t.replacedBy(successor.title)}
              </LinkButton>
            }
          >
            {t.replacedText}
          </Notice>
        )}
        <Facts
          facts={[
            { label: t.number, value: plan.number ?? t.notGiven },
            { label: t.issuedOn, value: plan.issuedOn ? formatDate(plan.issuedOn) : t.notGiven },
            { label: t.issuer, value: plan.issuer ?? t.notGiven },
            {
              label: t.signer,
              value: [plan.signerTitle, plan.signerName].filter(Boolean).join(' ') || t.notGiven,
            },
          ]}
        />
        <FrozenRows lang={ctx.lang} rows={rows} />
      </Stack>
    ),
  });
}

/** What a plan changed against the version that it took the place of. */
export async function planChangesPage(ctx: Ctx, req: Req): Promise<Reply> {
  const plan = await getPlan(ctx, req.params.id ?? '');
  const compared = await comparedPlan(ctx, plan);
  if (!compared) return seeOther(planLink(plan.id));
  const d = differenceTexts(ctx.lang);
  return page({
    title: d.title,
    current: plansLink,
    isWide: true,
    crumbs: crumbsOf(ctx, plan, d.title),
    body: (
      <Stack>
        <PageHead
          title={d.title}
          lead={plan.title}
          line={countsOf(ctx.lang, compared.difference)}
          actions={
            <PaperList lang={ctx.lang} names={['thay-doi']} linkTo={(name) => planPaperLink(plan.id, name)} />
          }
        />
        <DifferenceView lang={ctx.lang} difference={compared.difference} />
      </Stack>
    ),
  });
}

function comparedPlan(ctx: Ctx, plan: Plan) {
  if (!plan.draftId || !plan.replacesPlanId) return undefined;
  return getDifference(ctx, { id: plan.draftId, amendsPlanId: plan.replacesPlanId });
}

function crumbsOf(ctx: Ctx, plan: Plan, here: string) {
  return [
    { label: planTexts(ctx.lang).list, href: plansLink },
    { label: plan.title, href: planLink(plan.id) },
    { label: here },
  ];
}
