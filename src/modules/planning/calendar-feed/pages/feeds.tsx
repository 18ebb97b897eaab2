import { listViews } from '#modules/lists/index.server.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { CodeList } from '#ui/code-list/code-list.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { calendarLink, feedFileLink, feedsLink, tasksLink } from '../../links.ts';
import * as planPolicy from '../../plan/policy.ts';
import { listPlans } from '../../plan/queries.server.ts';
import { texts as yearTexts } from '../../year-calendar/texts.ts';
import { createFeed, renewFeed, revokeFeed } from '../commands.server.ts';
import { feedForm } from '../input.ts';
import { FeedForm, nothingTyped, type TypedFeed } from '../parts/feed-form.tsx';
import { FeedHelp } from '../parts/feed-help.tsx';
import { FeedTable } from '../parts/feed-table.tsx';
import * as policy from '../policy.ts';
import { listFeeds } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The links by which calendar programs read in the place of this person; `cho` and `ke-hoach` begin the form. */
export function feedsPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const plan = req.query.get('ke-hoach') ?? '';
  const kind = req.query.get('cho') ?? (plan === '' ? 'own' : 'plan');
  return list(ctx, { ...nothingTyped, kind, plan });
}

/** Makes a link and shows it this once. */
export async function createFeedAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.may(ctx.actor, 'create'));
  const t = texts(ctx.lang);
  const typed: TypedFeed = {
    name: req.form.text('name'),
    kind: req.form.text('kind'),
    plan: req.form.text('plan'),
    view: req.form.text('view'),
  };
  const given = feedForm.safeParse(typed);
  if (!given.success) return list(ctx, typed, fieldProblems(given.error.issues, t.fault, t.fault.other));
  const { name, kind, plan: planId, view: viewId } = given.data;
  const outcome = await createFeed(ctx, { name, kind, planId, viewId });
  if (outcome.ok) return made(ctx, req, t.madeTitle, outcome.value);
  const fieldOf = {
    'protect-first': 'name',
    'name-taken': 'name',
    'too-many': 'name',
    'unknown-plan': 'plan',
    'unknown-view': 'view',
  };
  return list(ctx, typed, [{ fieldId: fieldOf[outcome.code], text: t.refusal[outcome.code] }]);
}

/** Gives a link another secret and shows it this once. */
export async function renewFeedAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await renewFeed(ctx, req.params.id ?? '');
  return outcome.ok
    ? made(ctx, req, t.renewedTitle, outcome.value)
    : seeOther(feedsLink(), { tone: 'late', text: t.refusal[outcome.code] });
}

/** Ends a link. */
export async function revokeFeedAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await revokeFeed(ctx, req.params.id ?? '');
  return seeOther(
    feedsLink(),
    outcome.ok ? { tone: 'ok', text: t.revoked } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function crumbsOf(ctx: Ctx) {
  const t = texts(ctx.lang);
  return [{ label: yearTexts(ctx.lang).calendar, href: calendarLink() }, { label: t.title }];
}

function made(ctx: Ctx, req: Req, title: string, secret: string): PageReply {
  const t = texts(ctx.lang);
  const address = `${req.origin}${feedFileLink(secret)}`;
  return page({
    title,
    current: calendarLink(),
    isDone: true,
    crumbs: crumbsOf(ctx),
    body: (
      <>
        <PageHead title={title} lead={t.madeLead} />
        <Stack>
          <CodeList label={t.madeLabel} codes={[address]} />
          <ButtonRow>
            <LinkButton kind="primary" href={address.replace(/^https?:/, 'webcal:')}>
              {t.subscribe}
            </LinkButton>
            <LinkButton href={feedsLink()}>{t.back}</LinkButton>
          </ButtonRow>
          <FeedHelp lang={ctx.lang} />
        </Stack>
      </>
    ),
  });
}

async function list(ctx: Ctx, typed: TypedFeed, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  const t = texts(ctx.lang);
  const feeds = await listFeeds(ctx);
  const plans = planPolicy.read(ctx.actor).allowed ? await listPlans(ctx) : [];
  const views = await listViews(ctx, tasksLink());
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: calendarLink(),
    records: [{ kind: 'calendar-feed' }],
    keepsForms: true,
    crumbs: crumbsOf(ctx),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          {feeds.length > 0 && <FeedTable ctx={ctx} feeds={feeds} />}
          <Notice tone="info" title={t.reveals.title}>
            {t.reveals.text}
          </Notice>
          <Panel id="add" title={t.add}>
            <FeedForm
              lang={ctx.lang}
              typed={typed}
              plans={plans.map((plan) => ({ value: plan.id, label: plan.title }))}
              views={views.map((view) => ({ value: view.id, label: view.name }))}
              problems={problems}
            />
          </Panel>
          <FeedHelp lang={ctx.lang} />
        </Stack>
      </>
    ),
  });
}
