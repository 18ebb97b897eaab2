import { findUnitsByName } from '#modules/directory/index.server.ts';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { MAX_SOURCE_BYTES } from '#platform/docread/limits.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead, SectionHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { draftDeedLink, draftLink, draftsLink, planLink, plansLink } from '../../links.ts';
import { FindingList } from '../../plan-check/parts/finding-list.tsx';
import { getDifference } from '../difference.server.ts';
import { findingsBeforeIssue } from '../findings.server.ts';
import { issueDraft, type Issuing } from '../commands/issue.server.ts';
import { issuingForm } from '../input.ts';
import { previewIssue } from '../issue-preview.ts';
import { IssuingFields } from '../parts/issuing-fields.tsx';
import { IssuePreviewPanels } from '../parts/issue-preview-panels.tsx';
import { allowedIn, type AnyRow, comesFromPaper, draftName, type RowKind } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { getDraft, listRows, listTwins } from '../queries.server.ts';
import { texts } from '../texts.ts';

interface Returned {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

const nothing: Returned = { values: {}, problems: [] };

/** What issuing will make, before it is made: the check, counts, units, days of the year, what is left open. */
export async function issuePage(ctx: Ctx, req: Req): Promise<Reply> {
  return summary(ctx, req.params.id ?? '', nothing);
}

/** Stores everything at once, and opens the plan. */
export async function issueAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const found = await getDraft(ctx, req.params.id ?? '');
  const values = req.form.all();
  const given = comesFromPaper(found.origin) ? undefined : await issuingOf(ctx, req);
  if (given && 'problems' in given) return summary(ctx, found.id, { values, problems: given.problems });
  const outcome = await issueDraft(ctx, found.id, given);
  if (outcome.ok) {
    const flash = given ? texts(ctx.lang).issuing.issued : t.stored.flash;
    return seeOther(planLink(outcome.value), { tone: 'ok', text: flash });
  }
  if (outcome.code === 'wrong-state') {
    return seeOther(draftLink(found.id), { tone: 'late', text: t.refusal['wrong-state'] });
  }
  return summary(ctx, found.id, { values, problems: [{ fieldId: '', text: t.refusal[outcome.code] }] });
}

/** What the form says of the signed paper, or what is wrong with it. */
async function issuingOf(ctx: Ctx, req: Req): Promise<Issuing | { problems: FieldProblem[] }> {
  const t = texts(ctx.lang).issuing.fault;
  const parsed = issuingForm.safeParse(req.form.all());
  const date = parseDayFirstDate(req.form.text('date'));
  const file = req.form.file('file');
  const isFile = file !== undefined && file.size > 0;
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0])));
  if (!date) wrong.add('date');
  if (isFile && file.size > MAX_SOURCE_BYTES) wrong.add('file');
  if (!parsed.success || !date || wrong.size > 0) {
    const fields = ['number', 'date', 'signerName', 'signerTitle', 'file'] as const;
    return {
      problems: fields.filter((name) => wrong.has(name)).map((name) => ({ fieldId: name, text: t[name] })),
    };
  }
  return {
    ...parsed.data,
    date,
    file: isFile ? { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : undefined,
  };
}

async function summary(ctx: Ctx, draftId: string, returned: Returned): Promise<PageReply | Reply> {
  const t = texts(ctx.lang);
  const i = texts(ctx.lang).issuing;
  const found = await getDraft(ctx, draftId);
  must(policy.issue(ctx.actor));
  if (!allowedIn.issue.includes(found.state)) return seeOther(draftLink(found.id));
  const all = await listRows(ctx, found.id);
  const rows = all.filter((row) => row.state !== 'skipped');
  const findings = await findingsBeforeIssue(ctx, found, all);
  const twins = found.head && !found.amendsPlanId ? await listTwins(ctx, found.head) : [];
  const compared = await getDifference(ctx, found);
  const preview = found.head && previewIssue(found.head, rows);
  const isPaper = comesFromPaper(found.origin);
  return page({
    ...(returned.problems.length > 0 ? { status: 422 as const } : {}),
    title: t.confirm.title,
    current: draftsLink,
    keepsForms: true,
    crumbs: [
      { label: t.plans, href: plansLink },
      { label: t.list, href: draftsLink },
      { label: draftName(found), href: draftLink(found.id) },
      { label: t.confirm.title },
    ],
    body: (
      <Stack>
        <ErrorSummary title={t.errorTitle} problems={returned.problems} />
        <PageHead title={t.confirm.title} lead={draftName(found)} />
        <p>{t.confirm.lead}</p>
        {twins[0] && (
          <Notice tone="soon" title={t.confirm.twinTitle}>
            {t.confirm.twin(twins[0].title)}
          </Notice>
        )}
        {compared && (
          <Notice
            tone="info"
            title={i.replaces(compared.earlierTitle)}
            actions={
              <LinkButton href={draftDeedLink(found.id, 'so-sanh')}>{t.confirm.difference}</LinkButton>
            }
          />
        )}
        <Counts ctx={ctx} all={all} rows={rows} />
        <section aria-labelledby="check">
          <SectionHead id="check" title={i.checkList} />
          <FindingList
            lang={ctx.lang}
            findings={findings}
            hrefOf={(finding) =>
              finding.keys[0] && `${draftLink(found.id, { dong: finding.keys[0] })}#row-${finding.keys[0]}`
            }
          />
        </section>
        {await unitPanels(ctx, rows)}
        {preview && <IssuePreviewPanels lang={ctx.lang} preview={preview} />}
        <KeptForm
          action={draftDeedLink(found.id, 'xac-nhan')}
          enctype={isPaper ? undefined : 'multipart/form-data'}
        >
          {!isPaper && <IssuingFields ctx={ctx} found={found} {...returned} />}
          <p class="form-actions">
            <Button kind="primary">{isPaper ? t.confirm.submit : i.issuing.submit}</Button>
            <LinkButton href={draftLink(found.id)}>{t.confirm.back}</LinkButton>
          </p>
        </KeptForm>
      </Stack>
    ),
  });
}

function Counts({ ctx, all, rows }: { ctx: Ctx; all: readonly AnyRow[]; rows: readonly AnyRow[] }) {
  const t = texts(ctx.lang).confirm;
  const count = (kind: RowKind) => rows.filter((row) => row.kind === kind).length;
  const lines = [
    { label: t.tasks, count: count('task') },
    { label: t.targets, count: count('target') },
    { label: t.reports, count: count('report') },
    { label: t.citations, count: count('citation') },
    { label: t.skipped, count: all.length - rows.length },
    {
      label: t.open,
      count: rows.filter((row) => row.doubts.length > 0 && row.state === 'unseen').length,
    },
  ];
  return (
    <Table
      caption={t.willMake}
      isCaptionShown
      narrow="table"
      rows={lines}
      rowKey={(row) => row.label}
      columns={[
        { key: 'what', label: t.what, priority: 'lead', render: (row) => row.label },
        {
          key: 'count',
          label: t.count,
          align: 'end',
          render: (row) => formatNumber(ctx.lang, row.count),
        },
      ]}
    />
  );
}

/** Units that issuing adds, and printed names with the units that they are taken for. */
async function unitPanels(ctx: Ctx, rows: readonly AnyRow[]) {
  const t = texts(ctx.lang).confirm;
  const i = texts(ctx.lang).issuing;
  const names = [
    ...new Set(
      rows.flatMap((row) => (row.kind === 'task' ? [...row.data.lead, ...row.data.coordinators] : [])),
    ),
  ];
  const known = await findUnitsByName(ctx, names);
  const fresh = names.filter((name) => !known.has(name));
  return (
    <>
      <Panel id="new-units" title={t.newUnits} count={fresh.length}>
        {fresh.length === 0 ? <p>{t.noneNew}</p> : <Names names={fresh} />}
      </Panel>
      {known.size > 0 && (
        <Panel id="known-units" title={t.knownUnits} count={known.size}>
          <Names names={[...known].map(([printed, unit]) => i.matched(printed, unit.name))} />
        </Panel>
      )}
    </>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul>
      {[...new Set(names)].map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
