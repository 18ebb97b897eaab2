import type { ComponentChildren } from 'preact';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup, SelectField } from '#ui/field/choice-field.tsx';
import { NumberField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tabs } from '#ui/tabs/tabs.tsx';
import { draftLink, draftsLink, plansLink, startLink } from '../../links.ts';
import { sentenceOf } from '../../reading/refusal-texts.ts';
import { type Beginning, startDraft } from '../commands/start.server.ts';
import { uploadPlan } from '../commands/upload.server.ts';
import { startForm, startQuery, startWays } from '../input.ts';
import { PasteForm } from '../parts/paste-form.tsx';
import { UploadForm } from '../parts/upload-form.tsx';
import { taskTitle } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { getCopyable, listCopyable } from '../queries.server.ts';
import { texts } from '../texts.ts';

type StartWay = (typeof startWays)[number];

interface Returned {
  readonly values: Readonly<Record<string, string>>;
  readonly chosen?: readonly string[];
  readonly problems: readonly FieldProblem[];
}

const nothing: Returned = { values: {}, problems: [] };

/** Where a draft begins: a file, pasted text, a blank sheet, an earlier plan, or the plan of the level above. */
export async function startPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const { cach, nguon } = startQuery.parse(Object.fromEntries(req.query));
  return startView(ctx, cach, { ...nothing, values: nguon ? { plan: nguon } : {} });
}

/** Opens a draft that begins by hand; what cannot be understood comes back with the words that were typed. */
export async function startAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).beginning;
  const values = req.form.all();
  const chosen = req.form.texts('tasks');
  const parsed = startForm.safeParse(values);
  const way = startQuery.parse({ cach: values.way }).cach;
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0])));
  const problems = [
    ...(wrong.has('year') ? [{ fieldId: 'year', text: t.yearFault }] : []),
    ...(wrong.has('plan') ? [{ fieldId: 'plan', text: t.planFault }] : []),
  ];
  if (!parsed.success) return startView(ctx, way, { values, chosen, problems });
  const outcome = await startDraft(ctx, beginningOf(parsed.data, chosen));
  if (outcome.ok) return seeOther(draftLink(outcome.value), { tone: 'ok', text: t.started });
  return startView(ctx, way, {
    values,
    chosen,
    problems: [{ fieldId: 'tasks', text: t.higher.nothingChosen }],
  });
}

/** Takes pasted text or a pasted table in, and has it read like a file. */
export async function pasteAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).beginning;
  const text = req.form.text('text');
  const html = req.form.text('html');
  const back = (problem: string) =>
    startView(ctx, 'dan', { values: { text }, problems: [{ fieldId: 'text', text: problem }] });
  if (text === '') return back(t.paste.none);
  const source = html.includes('<table')
    ? { fileName: `${t.paste.fileName}.html`, bytes: new TextEncoder().encode(html) }
    : { fileName: `${t.paste.fileName}.txt`, bytes: new TextEncoder().encode(text) };
  const outcome = await uploadPlan(ctx, source, 'pasted');
  return outcome.ok ? seeOther(draftLink(outcome.value)) : back(sentenceOf(outcome.code, ctx.lang));
}

function beginningOf(
  given: { way: 'trong' | 'nam-truoc' | 'cap-tren'; year: number; plan: string },
  chosen: readonly string[],
): Beginning {
  if (given.way === 'trong') return { origin: 'blank', year: given.year };
  if (given.way === 'nam-truoc') return { origin: 'earlier-plan', year: given.year, planId: given.plan };
  return { origin: 'higher-plan', year: given.year, planId: given.plan, rowIds: chosen };
}

async function startView(ctx: Ctx, way: StartWay, returned: Returned): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang).beginning;
  const common = texts(ctx.lang);
  const ways = startWays.filter((one) => one !== 'cap-tren' || ctx.tenant.kind === 'commune');
  return page({
    ...(returned.problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: draftsLink,
    keepsForms: true,
    ...(way === 'dan' ? { scripts: ['paste.island.js'] } : {}),
    crumbs: [
      { label: common.plans, href: plansLink },
      { label: common.list, href: draftsLink },
      { label: t.title },
    ],
    body: (
      <Stack>
        <ErrorSummary title={common.errorTitle} problems={returned.problems} />
        <PageHead title={t.title} />
        <Tabs
          label={t.ways}
          tabs={ways.map((one) => ({
            label: t.way[one],
            href: startLink({ cach: one }),
            isCurrent: one === way,
          }))}
        />
        <Panel id="begin" title={t.way[way]}>
          {await wayBody(ctx, way, returned)}
        </Panel>
      </Stack>
    ),
  });
}

async function wayBody(ctx: Ctx, way: StartWay, returned: Returned): Promise<ComponentChildren> {
  const t = texts(ctx.lang).beginning;
  switch (way) {
    case 'tep':
      return (
        <>
          <p class="form-lead">{texts(ctx.lang).uploadLead}</p>
          <UploadForm ctx={ctx} />
        </>
      );
    case 'dan':
      return <PasteForm t={t} text={returned.values.text ?? ''} problem={problemOf(returned, 'text')} />;
    case 'trong':
      return (
        <StartForm way={way} lead={t.blank.lead} submit={t.blank.submit}>
          <YearField ctx={ctx} returned={returned} />
        </StartForm>
      );
    case 'nam-truoc':
      return <EarlierForm ctx={ctx} returned={returned} plans={await listCopyable(ctx, 'earlier-plan')} />;
    case 'cap-tren':
      return higherBody(ctx, returned);
  }
}

function EarlierForm(props: {
  ctx: Ctx;
  returned: Returned;
  plans: Awaited<ReturnType<typeof listCopyable>>;
}) {
  const { ctx, returned, plans } = props;
  const t = texts(ctx.lang).beginning;
  if (plans.length === 0) return <EmptyState title={t.earlier.none}>{t.earlier.lead}</EmptyState>;
  return (
    <StartForm way="nam-truoc" lead={t.earlier.lead} submit={t.earlier.submit}>
      <PlanField label={t.earlier.plan} plans={plans} returned={returned} />
      <YearField ctx={ctx} returned={returned} />
    </StartForm>
  );
}

async function higherBody(ctx: Ctx, returned: Returned): Promise<ComponentChildren> {
  const t = texts(ctx.lang).beginning;
  const plans = await listCopyable(ctx, 'higher-plan');
  if (plans.length === 0) return <EmptyState title={t.higher.none}>{t.higher.lead}</EmptyState>;
  const chosenPlan = plans.find((plan) => plan.id === returned.values.plan);
  if (!chosenPlan) {
    return (
      <form class="form" action={startLink()} novalidate>
        <p>{t.higher.lead}</p>
        <input type="hidden" name="cach" value="cap-tren" />
        <SelectField
          name="nguon"
          label={t.higher.plan}
          options={plans.map((plan) => ({ value: plan.id, label: plan.words }))}
        />
        <p class="form-actions">
          <Button kind="primary">{t.higher.open}</Button>
        </p>
      </form>
    );
  }
  const source = await getCopyable(ctx, 'higher-plan', chosenPlan.id);
  const tasks = source.rows.flatMap((row) =>
    row.kind === 'task' && 'activity' in row.data
      ? [
          {
            value: row.id,
            label: taskTitle(row.data),
            hint: [row.data.product, row.data.due_text].filter(Boolean).join(' · ') || undefined,
          },
        ]
      : [],
  );
  return (
    <StartForm way="cap-tren" lead={source.words} submit={t.higher.submit}>
      <input type="hidden" name="plan" value={chosenPlan.id} />
      <YearField ctx={ctx} returned={returned} year={chosenPlan.yearFrom} />
      <CheckboxGroup
        name="tasks"
        label={t.higher.tasks}
        options={tasks}
        values={returned.chosen ?? []}
        error={problemOf(returned, 'tasks')}
      />
    </StartForm>
  );
}

function StartForm(props: { way: StartWay; lead: string; submit: string; children: ComponentChildren }) {
  return (
    <KeptForm action={startLink()} class="form">
      <p>{props.lead}</p>
      <input type="hidden" name="way" value={props.way} />
      {props.children}
      <p class="form-actions">
        <Button kind="primary">{props.submit}</Button>
      </p>
    </KeptForm>
  );
}

function YearField({ ctx, returned, year }: { ctx: Ctx; returned: Returned; year?: number }) {
  const next = year ?? Number(ctx.clock.today().slice(0, 4)) + 1;
  return (
    <NumberField
      name="year"
      label={texts(ctx.lang).beginning.year}
      value={returned.values.year ?? String(next)}
      width="short"
      isWhole
      required
      error={problemOf(returned, 'year')}
    />
  );
}

function PlanField(props: {
  label: string;
  plans: readonly { id: string; words: string }[];
  returned: Returned;
}) {
  return (
    <SelectField
      name="plan"
      label={props.label}
      value={props.returned.values.plan}
      options={props.plans.map((plan) => ({ value: plan.id, label: plan.words }))}
      error={problemOf(props.returned, 'plan')}
    />
  );
}

function problemOf(returned: Returned, fieldId: string): string | undefined {
  return returned.problems.find((problem) => problem.fieldId === fieldId)?.text;
}
