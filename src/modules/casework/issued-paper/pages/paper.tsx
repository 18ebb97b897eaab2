import type { ComponentChildren } from 'preact';
import type { Paper } from '#platform/docgen/paper.ts';
import { partsOf } from '#platform/clock/plain-date.ts';
import { held, type HeldReply, type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { type Fact, Facts, RailPart } from '#ui/facts/facts.tsx';
import { RecordLayout, Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { PaperView } from '#ui/paper/paper.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { EvidencePanel, showEvidence } from '../../evidence/parts/evidence-panel.tsx';
import { UseAsEvidence } from '../../frozen-record/parts/use-as-evidence.tsx';
import { headOf } from '../commands.server.ts';
import { issuedPaperEvidence } from '../evidence-owner.server.ts';
import { type IssuedPaper, mostCompared, numberAndSymbol, type PaperFile } from '../issued-paper.ts';
import { wordType } from '../jobs.server.ts';
import { issuedPaperLink, issuedPapersLink, paperFileLink } from '../../links.ts';
import { type PaperSource, type PaperTrouble, sourceOfKind, type ThenNow } from '../paper-source.server.ts';
import { IssueForm, type IssueValues } from '../parts/issue-form.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import * as policy from '../policy.ts';
import { findReplacement, getFrozenPaper, getPaper, listLines, nextNumber } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** One paper: what comes next, the paper itself, its files, its records then and now, and its signed copies. */
export async function paperPage(ctx: Ctx, req: Req, sources: readonly PaperSource[]): Promise<PageReply> {
  return shownPaper(ctx, await getPaper(ctx, req.params.id ?? ''), sources);
}

/** The page of a paper, with what was typed into the form that issues it where that was refused. */
export async function shownPaper(
  ctx: Ctx,
  paper: IssuedPaper,
  sources: readonly PaperSource[],
  sent?: { readonly values: IssueValues; readonly problems: readonly FieldProblem[] },
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const source = sourceOfKind(sources, paper.kind);
  const composed = await contentOf(ctx, paper, source);
  const { lines, count } = paper.issued
    ? await listLines(ctx, paper.id, mostCompared)
    : { lines: [], count: 0 };
  const compared = await source.thenAndNow(ctx, lines);
  const replacement = paper.state === 'replaced' ? await findReplacement(ctx, paper.id) : undefined;
  const evidence = paper.issued ? await showEvidence(ctx, issuedPaperEvidence, paper.id) : undefined;
  const today = ctx.clock.today();
  const next = await nextNumber(ctx, source.book, partsOf(today).year);
  const problems = sent?.problems ?? [];
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: paper.subject,
    current: issuedPapersLink,
    isWide: true,
    records: [{ kind: 'issued-paper', id: paper.id }],
    ...(paper.issued && !paper.filed ? { refreshSeconds: 3 } : {}),
    crumbs: [{ label: t.list, href: issuedPapersLink }, { label: numberOf(ctx, paper) }],
    body: (
      <>
        <ErrorSummary title={t.problem.title} problems={problems} />
        <PageHead
          title={paper.subject}
          line={
            <>
              <StateTag lang={ctx.lang} state={paper.state} /> <span>{source.name(ctx.lang)}</span>{' '}
              <span>{numberOf(ctx, paper)}</span>
            </>
          }
          actions={<Deeds ctx={ctx} paper={paper} source={source} />}
        />
        <RecordLayout
          railLabel={t.facts}
          rail={<Rail ctx={ctx} paper={paper} count={count} replacement={replacement} />}
        >
          <Stack>
            {paper.ended && (paper.state === 'withdrawn' || paper.state === 'replaced') && (
              <Notice tone="late" title={t.ended[paper.state]}>
                {t.ended.by(paper.ended.byName, formatInstant(ctx.lang, paper.ended.at), paper.ended.reason)}
              </Notice>
            )}
            {paper.state === 'draft' && (
              <Next
                ctx={ctx}
                paper={paper}
                hasContent={typeof composed !== 'string'}
                form={
                  <IssueForm
                    lang={ctx.lang}
                    action={issuedPaperLink(paper.id, 'phat-hanh')}
                    book={source.book}
                    next={next}
                    year={partsOf(today).year}
                    version={paper.version}
                    values={sent?.values ?? { number: String(next), on: formatDate(today), note: '' }}
                    problems={problems}
                  />
                }
              />
            )}
            {paper.issued && <Files ctx={ctx} paper={paper} />}
            <Content ctx={ctx} paper={paper} composed={composed} />
            {paper.issued && <Compared ctx={ctx} rows={compared} count={count} />}
            {evidence && <EvidencePanel shown={evidence} />}
          </Stack>
        </RecordLayout>
      </>
    ),
  });
}

/** A file of an issued paper, always the same bytes; the taking is noted. */
export async function paperFile(ctx: Ctx, req: Req, form: 'docx' | 'pdf'): Promise<HeldReply> {
  return openPaperFile(ctx, await getPaper(ctx, req.params.id ?? ''), form);
}

/** The same for pages and programs. `NotFound` while there is none. */
export function openPaperFile(ctx: Ctx, paper: IssuedPaper, form: 'docx' | 'pdf'): HeldReply {
  if (!paper.filed || !paper.issued) throw new NotFound();
  const file: PaperFile = form === 'docx' ? paper.filed.word : paper.filed.pdf;
  noteOpening(ctx, {
    act: 'casework.issued-paper.see',
    recordKind: 'issued-paper',
    recordId: paper.id,
    shown: { format: form, sha256: file.sha256 },
  });
  const { year, number } = paper.issued;
  return held({
    fileName: `van-ban-${year}-${String(number).padStart(2, '0')}.${form}`,
    mediaType: form === 'docx' ? wordType : 'application/pdf',
    sha256: file.sha256,
    byteCount: file.byteCount,
  });
}

async function contentOf(ctx: Ctx, paper: IssuedPaper, source: PaperSource): Promise<Paper | PaperTrouble> {
  if (paper.issued) return getFrozenPaper(ctx, paper.id);
  const composed = await source.compose(ctx, paper.asked, { ...headOf(paper), number: null, on: null });
  return typeof composed === 'string' ? composed : composed.paper;
}

function numberOf(ctx: Ctx, paper: IssuedPaper): string {
  return paper.issued ? numberAndSymbol(paper.issued.number, paper.symbol) : texts(ctx.lang).noNumber;
}

function Deeds({ ctx, paper, source }: { ctx: Ctx; paper: IssuedPaper; source: PaperSource }) {
  const t = texts(ctx.lang);
  const file = source.calendarFile?.(ctx.lang, paper);
  const may = (deed: 'edit' | 'discard' | 'recall') => policy.may(ctx.actor, deed, paper).allowed;
  if (paper.state === 'draft')
    return (
      <>
        {may('edit') && (
          <LinkButton href={issuedPaperLink(paper.id, 'sua')} shortcut="E">
            {t.edit}
          </LinkButton>
        )}
        {may('discard') && (
          <form method="post" action={issuedPaperLink(paper.id, 'bo')}>
            <Button icon="trash">{t.discard}</Button>
          </form>
        )}
      </>
    );
  if (paper.state !== 'issued') return <UseAsEvidence ctx={ctx} kind="issued-paper" id={paper.id} />;
  return (
    <>
      {file && <LinkButton href={file.href}>{file.label}</LinkButton>}
      {may('recall') && policy.draft(ctx.actor).allowed && (
        <form method="post" action={issuedPaperLink(paper.id, 'thay-the')}>
          <Button>{t.replace}</Button>
        </form>
      )}
      {may('recall') && <LinkButton href={issuedPaperLink(paper.id, 'thu-hoi')}>{t.withdraw}</LinkButton>}
      <UseAsEvidence ctx={ctx} kind="issued-paper" id={paper.id} />
    </>
  );
}

function Next(props: { ctx: Ctx; paper: IssuedPaper; hasContent: boolean; form: ComponentChildren }) {
  const { ctx, paper } = props;
  const t = texts(ctx.lang).next;
  if (!props.hasContent) return null;
  if (!policy.may(ctx.actor, 'issue', paper).allowed)
    return (
      <Notice tone="info" title={t.wait}>
        {t.waitText}
      </Notice>
    );
  return (
    <Panel id="issue" title={t.issue}>
      {props.form}
    </Panel>
  );
}

function Files({ ctx, paper }: { ctx: Ctx; paper: IssuedPaper }) {
  const t = texts(ctx.lang);
  return (
    <Panel id="files" title={t.files}>
      {paper.filed ? (
        <Stack>
          <ButtonRow>
            <LinkButton kind="primary" icon="download" href={paperFileLink(paper.id, 'pdf')} download>
              {t.pdf}
            </LinkButton>
            <LinkButton icon="download" href={paperFileLink(paper.id, 'docx')} download>
              {t.word}
            </LinkButton>
          </ButtonRow>
          <p>{t.filedAt(formatInstant(ctx.lang, paper.filed.at))}</p>
        </Stack>
      ) : (
        <p role="status">{t.filing}</p>
      )}
    </Panel>
  );
}

function Content(props: { ctx: Ctx; paper: IssuedPaper; composed: Paper | PaperTrouble }) {
  const { ctx, paper, composed } = props;
  const t = texts(ctx.lang);
  return (
    <Panel id="content" title={t.preview}>
      {typeof composed === 'string' ? (
        <Notice tone="late" title={t.trouble[composed]} />
      ) : (
        <Stack>
          <p>{paper.issued ? t.frozenLead(formatInstant(ctx.lang, paper.issued.at)) : t.previewLead}</p>
          <PaperView paper={composed} />
        </Stack>
      )}
    </Panel>
  );
}

function Compared({ ctx, rows, count }: { ctx: Ctx; rows: readonly ThenNow[]; count: number }) {
  const t = texts(ctx.lang).thenNow;
  const number = (value: number) => formatNumber(ctx.lang, value);
  if (rows.length === 0) return null;
  return (
    <Panel id="then-now" title={t.title} count={count} isFlush>
      <Table<ThenNow>
        caption={t.caption}
        frame="none"
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'task',
            label: t.task,
            priority: 'lead',
            render: (row) => (row.href ? <a href={row.href}>{row.title}</a> : row.title),
          },
          { key: 'then', label: t.atIssue, render: (row) => row.atIssue },
          { key: 'now', label: t.now, render: (row) => row.now },
        ]}
      />
      {count > rows.length && <p>{t.more(number(rows.length), number(count))}</p>}
    </Panel>
  );
}

function Rail(props: { ctx: Ctx; paper: IssuedPaper; count: number; replacement: IssuedPaper | undefined }) {
  const { ctx, paper, replacement } = props;
  const t = texts(ctx.lang);
  const { issued, filed } = paper;
  const facts: (Fact | null)[] = [
    { label: t.column.number, value: numberOf(ctx, paper) },
    issued ? { label: t.column.issuedOn, value: formatDate(issued.on), note: t.book[issued.book] } : null,
    issued?.numberNote ? { label: t.fact.numberNote, value: issued.numberNote } : null,
    { label: t.column.signer, value: paper.signerName, note: paper.signerPosition },
    { label: t.fact.authority, value: t.authority[paper.authority] },
    paper.urgency === 'none' ? null : { label: t.fact.urgency, value: t.urgency[paper.urgency] },
    { label: t.column.recipients, value: paper.recipients.split('\n').join('; ') },
    props.count > 0 ? { label: t.fact.records, value: formatNumber(ctx.lang, props.count) } : null,
    {
      label: t.fact.drafted,
      value: t.byAt(paper.draftedByName, formatInstant(ctx.lang, paper.draftedAt)),
    },
    issued
      ? { label: t.fact.issued, value: t.byAt(issued.byName, formatInstant(ctx.lang, issued.at)) }
      : null,
    paper.replacesId
      ? {
          label: t.fact.replaces,
          value: <a href={issuedPaperLink(paper.replacesId)}>{t.replacesLink}</a>,
        }
      : null,
    replacement
      ? {
          label: t.fact.replacedBy,
          value: <a href={issuedPaperLink(replacement.id)}>{t.replacedByLink}</a>,
        }
      : null,
    filed
      ? {
          label: t.fact.hash,
          value: <code>{`PDF ${filed.pdf.sha256.match(/.{1,8}/g)?.join(' ')}`}</code>,
        }
      : null,
  ];
  return (
    <RailPart id="facts" title={t.facts}>
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </RailPart>
  );
}
