import { attachFile, listEvidence, uploadRefusalWords } from '#modules/casework/index.server.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { conclusionEvidence } from '../../conclusion/evidence-owner.server.ts';
import { type Conclusion, mostAtOnce } from '../../conclusion/conclusion.ts';
import { crumbsOf, review } from '../../conclusion/pages/lines.tsx';
import * as conclusionPolicy from '../../conclusion/policy.ts';
import { getConclusion } from '../../conclusion/queries.server.ts';
import { conclusionLink, tasksLink } from '../../links.ts';
import { conclusionReadingLink } from '../../conclusion/links.ts';
import { sentenceOf } from '../../reading/refusal-texts.ts';
import { askReading } from '../commands.server.ts';
import { longestPaste } from '../conclusion-reading.ts';
import * as policy from '../policy.ts';
import { proposedLines } from '../proposed-values.server.ts';
import { findLastReading } from '../queries.server.ts';
import { proposeLines } from '../read-lines.ts';
import { texts } from '../texts.ts';

/** Endings of the files that can be read into points. */
const readable = '.docx,.doc,.pdf,.txt';

interface Typed {
  readonly text: string;
  /** The attached file that is to be read. */
  readonly attached: string;
}

/** Where the text of a conclusion is pasted, or its file chosen. */
export async function readLinesPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return start(ctx, await getConclusion(ctx, req.params.id ?? ''));
}

/** Tells the points of a pasted text apart and shows them to be confirmed; stores nothing. */
export async function readPasteAction(ctx: Ctx, req: Req): Promise<Reply> {
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(conclusionPolicy.may(ctx.actor, 'add-lines'));
  const t = texts(ctx.lang);
  const typed = { text: req.form.text('text'), attached: '' };
  const back = (text: string) => start(ctx, conclusion, typed, { fieldId: 'text', text });
  if (typed.text.length > longestPaste) return back(t.refusal['too-long']);
  const units = await listUnits(ctx);
  const office = { level: ctx.tenant.level, knownUnits: units.map((unit) => unit.name) };
  const { lines, isCut } = proposeLines(typed.text, conclusion.on, office, mostAtOnce);
  if (lines.length === 0) return back(t.refusal['no-lines']);
  const note = isCut ? <Notice tone="info" title={t.cut(formatNumber(ctx.lang, mostAtOnce))} /> : undefined;
  return review(ctx, conclusion, proposedLines(lines, units), note ? { note } : {});
}

/** Lets a file come in only from who has files of this conclusion read. */
export async function admitConclusionFile(ctx: Ctx, req: Req): Promise<void> {
  await getConclusion(ctx, req.params.id ?? '');
  must(policy.ask(ctx.actor));
}

/** Keeps the file with the conclusion, or takes one that is there, and has it read in the background. */
export async function readFileAction(ctx: Ctx, req: Req): Promise<Reply> {
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(policy.ask(ctx.actor));
  const t = texts(ctx.lang);
  const typed = { text: '', attached: req.form.text('attached') };
  const back = (fieldId: string, text: string) => start(ctx, conclusion, typed, { fieldId, text });
  const [upload] = req.uploads;
  if (upload && !upload.ok) return back('file', uploadRefusalWords(ctx.lang, upload.code, req.fileLimits));
  if (!upload && !typed.attached) return back('file', t.refusal['none-chosen']);
  const attachmentId = upload ? await keep(ctx, conclusion, upload.file) : typed.attached;
  if (attachmentId === undefined) return back('file', t.refusal['too-many-files']);
  const outcome = await askReading(ctx, conclusion.id, attachmentId);
  if (outcome.ok) return seeOther(conclusionReadingLink(conclusion.id, outcome.value));
  return back(upload ? 'file' : 'attached', t.refusal[outcome.code]);
}

/** Keeps a file with the conclusion, as its paper; one that is there already is that one. Undefined where there are too many. */
async function keep(ctx: Ctx, conclusion: Conclusion, file: ReceivedFile): Promise<string | undefined> {
  const { number, on: issuedOn, issuer } = conclusion;
  const outcome = await attachFile(ctx, conclusionEvidence, conclusion.id, file, {
    number,
    issuedOn,
    issuer,
  });
  if (outcome.ok) return outcome.value;
  const files = await listEvidence(ctx, conclusionEvidence, conclusion.id);
  return files.find((one) => one.file?.sha256 === file.sha256)?.id;
}

/** The form; `refused` says why nothing came of it, at which field. */
export async function start(
  ctx: Ctx,
  conclusion: Conclusion,
  typed: Typed = { text: '', attached: '' },
  refused?: FieldProblem,
): Promise<PageReply> {
  must(conclusionPolicy.may(ctx.actor, 'add-lines'));
  const t = texts(ctx.lang);
  const mayAsk = policy.ask(ctx.actor).allowed;
  const files = mayAsk ? await listEvidence(ctx, conclusionEvidence, conclusion.id) : [];
  const options = files.flatMap(({ id, title, file }) => (file ? { value: id, label: title } : []));
  const error = (name: string) => (refused?.fieldId === name ? refused.text : undefined);
  return page({
    ...(refused ? { status: 422 as const } : {}),
    title: t.title,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, conclusion, t.title),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={refused ? [refused] : []} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={<LinkButton href={conclusionLink(conclusion.id)}>{t.back}</LinkButton>}
        />
        <Stack>
          <LastReading ctx={ctx} reading={await findLastReading(ctx, conclusion.id)} />
          {mayAsk && (
            <Panel id="from-file" title={t.fromFile}>
              <form
                method="post"
                action={conclusionLink(conclusion.id, 'tep')}
                enctype="multipart/form-data"
                class="form"
                novalidate
              >
                {conclusionPolicy.prove(ctx.actor, 'casework.evidence.attach').allowed && (
                  <FileField
                    name="file"
                    label={t.file}
                    hint={t.fileHint}
                    chooseLabel={t.choose}
                    accept={readable}
                    error={error('file')}
                  />
                )}
                {options.length > 0 && (
                  <SelectField
                    name="attached"
                    label={t.attached}
                    emptyLabel={t.notAttached}
                    options={options}
                    value={typed.attached}
                    error={error('attached')}
                  />
                )}
                <p class="form-actions">
                  <Button kind="primary" icon="upload">
                    {t.readFile}
                  </Button>
                </p>
              </form>
            </Panel>
          )}
          <Panel id="from-text" title={t.fromText}>
            <KeptForm action={conclusionLink(conclusion.id, 'doc')} class="form">
              <TextareaField
                name="text"
                label={t.paste}
                hint={t.pasteHint}
                rows={12}
                value={typed.text}
                error={error('text')}
              />
              <p class="form-actions">
                <Button kind="primary">{t.submit}</Button>
              </p>
            </KeptForm>
          </Panel>
        </Stack>
      </>
    ),
  });
}

/** The way back to what this person had read last, or why it could not be read. */
function LastReading({ ctx, reading }: { ctx: Ctx; reading: Awaited<ReturnType<typeof findLastReading>> }) {
  if (!reading) return null;
  const t = texts(ctx.lang).last;
  if (reading.state === 'refused')
    return (
      <Notice tone="late" title={t.refused(reading.fileName)}>
        {sentenceOf(reading.refusal ?? '', ctx.lang)} {t.kept}
      </Notice>
    );
  const words = reading.state === 'reading' ? t.reading : t.read;
  return (
    <Notice
      tone="info"
      title={words(reading.fileName)}
      actions={
        <LinkButton href={conclusionReadingLink(reading.conclusionId, reading.id)}>{t.open}</LinkButton>
      }
    >
      {formatInstant(ctx.lang, reading.askedAt)}
    </Notice>
  );
}
