import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Outcome } from '#platform/db/outcome.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type Upload as UploadShown, UploadList } from '#ui/upload-list/upload-list.tsx';
import { freezeForLink, recordWord } from '../../frozen-record/links.ts';
import { texts as frozenTexts } from '../../frozen-record/texts.ts';
import { attachDocument, attachFile, attachLink, type AttachRefusal } from '../commands/attach.server.ts';
import { documentFactsForm, documentForm, linkForm } from '../input.ts';
import { addEvidenceLink } from '../links.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import { DocumentForm, FilesForm, LinkForm, type Typed } from '../parts/add-forms.tsx';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { uploadRefusalWords } from '../upload-words.ts';

/** Which form came back, what was typed into it, and what has to be mended. */
interface Returned {
  readonly form: 'files' | 'link' | 'document';
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  /** What became of each file that was sent. */
  readonly uploads?: readonly UploadShown[];
}

/** The page on which evidence is added to a record, in three ways. */
export async function addEvidencePage(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<PageReply> {
  return forms(ctx, req, owner);
}

/** Lets files come in only from who may attach them to this record. */
export async function admitFiles(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<void> {
  must(policy.attach(await owner.find(ctx, req.params.id ?? '')));
}

/** Attaches each file that was taken in; where some were not, the page comes back and says why. */
export async function addFilesAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const recordId = req.params.id ?? '';
  const typed = typedOf(req, ['number', 'issuedOn', 'issuer']);
  const back = (problems: readonly FieldProblem[], uploads: readonly UploadShown[] = []) =>
    forms(ctx, req, owner, { form: 'files', typed, problems, uploads });
  must(policy.attach(await owner.find(ctx, recordId)));
  const facts = documentFactsForm.safeParse(typed);
  if (!facts.success)
    return back(prefixed('file', fieldProblems(facts.error.issues, t.fault, t.fault.other)));
  if (req.uploads.length === 0) return back([{ fieldId: 'files', text: t.upload.none }]);
  const shown: UploadShown[] = [];
  for (const [index, upload] of req.uploads.entries()) {
    const refusal = upload.ok
      ? await refusalOf(attachFile(ctx, owner, recordId, upload.file, facts.data), ctx.lang)
      : uploadRefusalWords(ctx.lang, upload.code, req.fileLimits);
    shown.push({
      key: String(index),
      name: upload.ok ? upload.file.fileName : upload.shownName,
      words: refusal ?? t.addPage.receivedOne,
      state: refusal === undefined ? 'done' : 'refused',
    });
  }
  if (shown.some(({ state }) => state === 'refused'))
    return back([{ fieldId: 'files', text: t.addPage.someRefused }], shown);
  return backToRecord(ctx, owner, recordId, shown.length);
}

/** Why a file was not attached, in a sentence; undefined when it was. */
async function refusalOf(
  attaching: Promise<Outcome<unknown, AttachRefusal>>,
  lang: Lang,
): Promise<string | undefined> {
  const outcome = await attaching;
  return outcome.ok ? undefined : texts(lang).refusal[outcome.code];
}

/** Attaches an address. */
export function addLinkAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  return addTyped(ctx, req, owner, {
    form: 'link',
    fields: ['url', 'title'],
    run: (typed) => {
      const parsed = linkForm.safeParse(typed);
      return parsed.success
        ? attachLink(ctx, owner, req.params.id ?? '', parsed.data)
        : { issues: parsed.error.issues };
    },
  });
}

/** Attaches a document that is known by its number. */
export function addDocumentAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  return addTyped(ctx, req, owner, {
    form: 'document',
    fields: ['title', 'number', 'issuedOn', 'issuer'],
    run: (typed) => {
      const parsed = documentForm.safeParse(typed);
      return parsed.success
        ? attachDocument(ctx, owner, req.params.id ?? '', parsed.data)
        : { issues: parsed.error.issues };
    },
  });
}

type Issues = { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };

async function addTyped(
  ctx: Ctx,
  req: Req,
  owner: EvidenceOwner,
  given: {
    form: 'link' | 'document';
    fields: readonly string[];
    run: (typed: Typed) => Promise<Outcome<unknown, AttachRefusal>> | Issues;
  },
): Promise<Reply> {
  const t = texts(ctx.lang);
  const recordId = req.params.id ?? '';
  const typed = typedOf(req, given.fields);
  const back = (problems: readonly FieldProblem[]) =>
    forms(ctx, req, owner, { form: given.form, typed, problems });
  must(policy.attach(await owner.find(ctx, recordId)));
  const outcome = await given.run(typed);
  if ('issues' in outcome)
    return back(prefixed(given.form, fieldProblems(outcome.issues, t.fault, t.fault.other)));
  return outcome.ok
    ? backToRecord(ctx, owner, recordId, 1)
    : back([{ fieldId: '', text: t.refusal[outcome.code] }]);
}

function typedOf(req: Req, fields: readonly string[]): Typed {
  return Object.fromEntries(fields.map((field) => [field, req.form.text(field)]));
}

/** The forms of the page share names of fields, and so their ids begin with the form. */
function prefixed(form: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map(({ fieldId, text }) => ({
    fieldId: fieldId === 'url' ? fieldId : `${form}-${fieldId}`,
    text,
  }));
}

function backToRecord(ctx: Ctx, owner: EvidenceOwner, recordId: string, count: number): Reply {
  return seeOther(`${owner.path}/${recordId}#evidence`, {
    tone: 'ok',
    text: texts(ctx.lang).deed.added(formatNumber(ctx.lang, count)),
  });
}

async function forms(ctx: Ctx, req: Req, owner: EvidenceOwner, returned?: Returned): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = await owner.find(ctx, req.params.id ?? '');
  must(policy.attach(record));
  const stateOf = (form: Returned['form']) => {
    const isThis = returned?.form === form;
    return {
      lang: ctx.lang,
      link: `${owner.path}/${record.id}`,
      typed: isThis ? returned.typed : {},
      problems: isThis ? returned.problems : [],
    };
  };
  const uploads = returned?.uploads ?? [];
  return page({
    ...(returned ? { status: 422 as const } : {}),
    title: t.addPage.title,
    current: owner.path,
    crumbs: [...record.crumbs, { label: t.addPage.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={returned?.problems ?? []} />
        <PageHead
          title={t.addPage.title}
          lead={t.page.lead(record.title)}
          actions={
            <>
              {policy.freeze(record).allowed && (
                <LinkButton
                  icon="checklist"
                  href={freezeForLink({ record: recordWord(owner.kind, record.id) })}
                >
                  {frozenTexts(ctx.lang).choose.title}
                </LinkButton>
              )}
              <LinkButton href={addEvidenceLink(`${owner.path}/${record.id}`, 'co-san')}>
                {t.existing.title}
              </LinkButton>
            </>
          }
        />
        <Stack>
          {uploads.length > 0 && (
            <Panel id="received" title={t.addPage.received} isFlush>
              <UploadList label={t.addPage.received} uploads={uploads} />
            </Panel>
          )}
          <Panel id="add-files" title={t.addPage.files}>
            <FilesForm {...stateOf('files')} limits={req.fileLimits} />
          </Panel>
          <Panel id="add-link" title={t.addPage.link}>
            <LinkForm {...stateOf('link')} />
          </Panel>
          <Panel id="add-document" title={t.addPage.document} note={t.addPage.documentHint}>
            <DocumentForm {...stateOf('document')} />
          </Panel>
        </Stack>
      </>
    ),
  });
}
