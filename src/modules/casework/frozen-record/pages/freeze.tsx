import { listViews } from '#modules/lists/index.server.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { HitList } from '#ui/hit-list/hit-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { askFreeze } from '../commands/ask.server.ts';
import { longestTitle } from '../frozen-record.ts';
import type { FreezingPlace } from '../frozen-source.ts';
import { freezeForm } from '../input.ts';
import { freezeForLink, frozenLink, recordWord } from '../links.ts';
import { type Asked, ConfirmPanel, confirmed } from '../parts/confirm-panel.tsx';
import { ChooseRecord } from '../parts/choose-record.tsx';
import { ChooseSingle, listSingles } from '../parts/choose-single.tsx';
import { type Chosen, chosenOf, type ForRecord, recordOf } from '../place.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** Leads to what is frozen in up to three steps: which list or record, for which record, and under what name. */
export async function freezePage(ctx: Ctx, req: Req, place: FreezingPlace): Promise<PageReply> {
  must(policy.begin(ctx.actor));
  const chosen = chosenOf(ctx, place, (name) => req.query.get(name) ?? '');
  const forRecord = await recordOf(ctx, place, req.query.get('cho') ?? '');
  if (!chosen) return choosePage(ctx, req, place, forRecord);
  if (!forRecord) return chooseRecordPage(ctx, req, place, chosen);
  return confirmPage(ctx, { ...chosen, forRecord }, await chosen.source.titleOf(ctx, chosen.query), []);
}

/** Asks for the rows to be frozen and goes to where one sees how far that is. */
export async function freezeAction(ctx: Ctx, req: Req, place: FreezingPlace): Promise<Reply> {
  must(policy.begin(ctx.actor));
  const t = texts(ctx.lang);
  const chosen = chosenOf(ctx, place, (name) => req.form.text(name));
  const forRecord = await recordOf(ctx, place, req.form.text('cho'));
  if (!chosen || !forRecord) throw new NotFound();
  const title = req.form.text('title');
  const asked = { ...chosen, forRecord };
  const given = freezeForm.safeParse({ title });
  if (!given.success)
    return confirmPage(ctx, asked, title, fieldProblems(given.error.issues, t.fault, t.fault.other));
  const { owner, record } = forRecord;
  const outcome = await askFreeze(ctx, owner, chosen.source, {
    recordId: record.id,
    query: chosen.query,
    title: given.data.title,
  });
  if (outcome.ok) return seeOther(frozenLink(outcome.value), { tone: 'ok', text: t.flash.asked });
  return confirmPage(ctx, asked, title, [{ fieldId: '', text: t.refusal[outcome.code] }]);
}

async function choosePage(
  ctx: Ctx,
  req: Req,
  place: FreezingPlace,
  forRecord: ForRecord | undefined,
): Promise<PageReply> {
  const t = texts(ctx.lang).choose;
  const sources = place.sources.filter((one) => one.isList && one.mayFreeze(ctx.actor));
  const named = new Map(sources.map((one) => [one.name, one]));
  const views = (await listViews(ctx)).filter((view) => named.has(view.list));
  const record = forRecord && recordWord(forRecord.owner.kind, forRecord.record.id);
  const titleOf = (name: string) => named.get(name)?.title(ctx) ?? '';
  const search = (req.query.get('tim') ?? '').slice(0, longestTitle);
  const singles = await listSingles(ctx, place, forRecord, search);
  return page({
    title: t.title,
    current: forRecord?.owner.path ?? place.owners[0]?.path ?? '/',
    ...(forRecord ? { crumbs: [...forRecord.record.crumbs, { label: t.title }] } : {}),
    body: (
      <>
        <PageHead title={t.title} lead={forRecord ? t.forRecord(forRecord.record.title) : t.lead} />
        <Stack>
          {sources.length === 0 && !singles && (
            <EmptyState icon="checklist" title={t.none}>
              {t.noneText}
            </EmptyState>
          )}
          {singles && <ChooseSingle lang={ctx.lang} record={record} search={search} hits={singles} />}
          {sources.length > 0 && (
            <Panel id="lists" title={t.lists} note={t.filterFirst}>
              <HitList
                hits={sources.map((one) => ({
                  title: one.title(ctx),
                  href: freezeForLink({ source: one.name, record }),
                }))}
              />
            </Panel>
          )}
          {views.length > 0 && (
            <Panel id="views" title={t.views}>
              <HitList
                hits={views.map((view) => ({
                  title: view.name,
                  note: t.viewNote(titleOf(view.list)),
                  href: freezeForLink({ source: view.list, query: view.query, record }),
                }))}
              />
            </Panel>
          )}
        </Stack>
      </>
    ),
  });
}

async function chooseRecordPage(ctx: Ctx, req: Req, place: FreezingPlace, asked: Chosen): Promise<PageReply> {
  const t = texts(ctx.lang).chooseRecord;
  const { source, query } = asked;
  const label = source.isList ? source.title(ctx) : (await source.conditions(ctx, query)).join('; ');
  return page({
    title: t.title,
    current: place.owners[0]?.path ?? '/',
    crumbs: [{ label, href: source.href(query) }, { label: t.title }],
    body: await ChooseRecord({ ctx, req, place, source, query, label }),
  });
}

async function confirmPage(
  ctx: Ctx,
  asked: Asked,
  name: string,
  problems: readonly FieldProblem[],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { title } = asked.source.isList ? t.confirm : t.single.confirm;
  const { record, owner } = asked.forRecord;
  const shown = await confirmed(ctx, asked);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title,
    current: owner.path,
    crumbs: [...record.crumbs, { label: title }],
    body: <ConfirmPanel ctx={ctx} asked={asked} shown={shown} name={name} problems={problems} />,
  });
}
