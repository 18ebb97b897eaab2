import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { frozenLink } from '../../frozen-record/links.ts';
import { texts as frozenTexts } from '../../frozen-record/texts.ts';
import { SignaturePanel } from '../../signature-check/parts/signature-panel.tsx';
import { findChecks } from '../../signature-check/queries.server.ts';
import { canBeSigned } from '../../signature-check/signature-check.ts';
import { restoreEvidence, removeEvidence } from '../commands/remove.server.ts';
import { replaceEvidence } from '../commands/replace.server.ts';
import type { Evidence } from '../evidence.ts';
import { documentForm, linkForm, replacingForm } from '../input.ts';
import { evidenceLink } from '../links.ts';
import { openFile } from '../open-file.server.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import type { Typed } from '../parts/add-forms.tsx';
import { EvidenceFlags, FlagSentences } from '../parts/evidence-words.tsx';
import { ReplaceForm } from '../parts/replace-form.tsx';
import { UsedBy } from '../parts/used-by.tsx';
import { VersionList } from '../parts/version-list.tsx';
import * as policy from '../policy.ts';
import { getEvidence, listVersions } from '../queries.server.ts';
import { listUsedBy } from '../shared-evidence.server.ts';
import { texts } from '../texts.ts';
import { uploadRefusalWords } from '../upload-words.ts';

/** One proof of a record: every version of it, what to look at again, and the ways to replace and remove it. */
export async function evidencePage(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<PageReply> {
  return show(ctx, req, owner);
}

/** The file of one version, to be saved; the opening is noted before it is sent. */
export async function evidenceFile(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  const { id = '', attachment = '', version = '' } = req.params;
  return openFile(ctx, owner, { recordId: id, attachmentId: attachment, version: Number(version) });
}

/** Lets a new version come in only from who may replace this proof. */
export async function admitReplacement(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<void> {
  const record = await owner.find(ctx, req.params.id ?? '');
  await getEvidence(ctx, owner, record.id, req.params.attachment ?? '');
  must(policy.replace(record));
}

/** Puts a new file in place of the one that is attached. */
export async function replaceFileAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const typed = typedOf(req, ['reason', 'version', 'number', 'issuedOn', 'issuer']);
  await admitReplacement(ctx, req, owner);
  const given = replacingForm.safeParse(typed);
  const [upload] = req.uploads;
  const problems: FieldProblem[] = given.success
    ? []
    : fieldProblems(given.error.issues, t.fault, t.fault.other);
  if (!upload) problems.push({ fieldId: 'file', text: t.upload.none });
  else if (!upload.ok)
    problems.push({ fieldId: 'file', text: uploadRefusalWords(ctx.lang, upload.code, req.fileLimits) });
  if (!given.success || !upload?.ok) return show(ctx, req, owner, { typed, problems });
  const { file } = upload;
  return replaced(ctx, req, owner, typed, given.data, { kind: 'file', title: file.fileName, file });
}

/** Puts another address or document in place of the one that is attached. */
export async function replaceAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const typed = typedOf(req, ['reason', 'version', 'url', 'title', 'number', 'issuedOn', 'issuer']);
  await admitReplacement(ctx, req, owner);
  const { kind } = await getEvidence(ctx, owner, req.params.id ?? '', req.params.attachment ?? '');
  if (kind !== 'link' && kind !== 'document') throw new NotFound();
  const given = replacingForm.safeParse(typed);
  const facts = kind === 'link' ? linkForm.safeParse(typed) : documentForm.safeParse(typed);
  if (!given.success || !facts.success) {
    const issues = [...(given.error?.issues ?? []), ...(facts.error?.issues ?? [])];
    return show(ctx, req, owner, { typed, problems: fieldProblems(issues, t.fault, t.fault.other) });
  }
  const title = facts.data.title || ('url' in facts.data ? facts.data.url : '');
  return replaced(ctx, req, owner, typed, given.data, { ...facts.data, kind, title });
}

async function replaced(
  ctx: Ctx,
  req: Req,
  owner: EvidenceOwner,
  typed: Typed,
  given: { reason: string; version: number },
  facts: Omit<Parameters<typeof replaceEvidence>[3], 'reason'>,
): Promise<Reply> {
  const t = texts(ctx.lang);
  const place = {
    recordId: req.params.id ?? '',
    attachmentId: req.params.attachment ?? '',
    version: given.version,
  };
  const outcome = await replaceEvidence(ctx, owner, place, { ...facts, reason: given.reason });
  if (!outcome.ok)
    return show(ctx, req, owner, { typed, problems: [{ fieldId: '', text: t.refusal[outcome.code] }] });
  return seeOther(placeOf(req, owner), { tone: 'ok', text: t.deed.replaced });
}

/** Takes the proof away from the record, with the way back. */
export async function removeEvidenceAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id = '', attachment = '' } = req.params;
  const outcome = await removeEvidence(ctx, owner, id, attachment);
  return seeOther(
    `${owner.path}/${id}#evidence`,
    outcome.ok
      ? {
          tone: 'ok',
          text: t.deed.removed,
          undo: evidenceLink(`${owner.path}/${id}`, attachment, 'khoi-phuc'),
        }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Brings the proof back. */
export async function restoreEvidenceAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id = '', attachment = '' } = req.params;
  const outcome = await restoreEvidence(ctx, owner, id, attachment);
  return seeOther(
    `${owner.path}/${id}#evidence`,
    outcome.ok ? { tone: 'ok', text: t.deed.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function placeOf(req: Req, owner: EvidenceOwner): string {
  return evidenceLink(`${owner.path}/${req.params.id}`, req.params.attachment);
}

function typedOf(req: Req, fields: readonly string[]): Typed {
  return Object.fromEntries(fields.map((field) => [field, req.form.text(field)]));
}

async function show(
  ctx: Ctx,
  req: Req,
  owner: EvidenceOwner,
  returned?: { typed: Typed; problems: readonly FieldProblem[] },
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = await owner.find(ctx, req.params.id ?? '');
  const proof: Evidence = await getEvidence(ctx, owner, record.id, req.params.attachment ?? '');
  const versions = await listVersions(ctx, proof.evidenceId);
  const link = `${owner.path}/${record.id}`;
  const { file } = proof;
  const usedBy = proof.servesRecords > 1 ? await listUsedBy(ctx, owner, proof.evidenceId) : [];
  const checks = file && canBeSigned(file.mediaType) ? await findChecks(ctx, [file.sha256]) : undefined;
  return page({
    ...(returned ? { status: 422 as const } : {}),
    title: proof.title,
    current: owner.path,
    crumbs: [...record.crumbs, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={returned?.problems ?? []} />
        <PageHead
          title={proof.title}
          lead={t.page.lead(record.title)}
          line={<EvidenceFlags lang={ctx.lang} proof={proof} years={record.years} />}
          actions={
            <>
              {proof.frozen && (
                <LinkButton kind="primary" href={frozenLink(proof.frozen.id)}>
                  {frozenTexts(ctx.lang).thenNow.title}
                </LinkButton>
              )}
              <LinkButton href={`${link}#evidence`}>{t.page.back}</LinkButton>
            </>
          }
        />
        <Stack>
          <FlagSentences lang={ctx.lang} proof={proof} years={record.years} />
          {file && checks && <SignaturePanel lang={ctx.lang} check={checks.get(file.sha256)} />}
          <Panel id="versions" title={t.page.versions} count={formatNumber(ctx.lang, versions.length)}>
            <VersionList lang={ctx.lang} link={link} proof={proof} versions={versions} />
          </Panel>
          {usedBy.length > 1 && (
            <UsedBy lang={ctx.lang} owner={owner} usedBy={usedBy} serves={proof.servesRecords} />
          )}
          {policy.replace(record).allowed && proof.kind !== 'record' && (
            <Panel id="replace" title={t.replace.title} note={t.replace.lead}>
              <ReplaceForm
                lang={ctx.lang}
                link={link}
                proof={proof}
                limits={req.fileLimits}
                typed={returned?.typed}
                problems={returned?.problems ?? []}
              />
            </Panel>
          )}
          {policy.remove(record).allowed && (
            <Panel id="remove" title={t.remove.title} note={t.remove.lead}>
              <form method="post" action={evidenceLink(link, proof.id, 'go')}>
                <Button kind="danger" icon="trash">
                  {t.remove.send}
                </Button>
              </form>
            </Panel>
          )}
        </Stack>
      </>
    ),
  });
}
