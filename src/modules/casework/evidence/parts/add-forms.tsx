import { acceptedEndings } from '#platform/files/content-kind.ts';
import type { FileLimits } from '#platform/files/file-place.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { DateField, TextField } from '#ui/field/text-field.tsx';
import { longestIssuer, longestNumber, longestTitle, longestUrl } from '../evidence.ts';
import { addEvidenceLink } from '../links.ts';
import { texts } from '../texts.ts';

/** What was typed into one of the forms, by the names of its fields. */
export type Typed = Readonly<Record<string, string>>;

/** A form as it comes back: what was typed, and what has to be mended. */
export interface FormState {
  readonly lang: Lang;
  readonly link: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

const megabyte = 1024 * 1024;

/** Sends one or more files, each of which meets its own end. */
export function FilesForm({ limits, ...state }: FormState & { limits: FileLimits }) {
  const t = texts(state.lang).addPage;
  return (
    <form
      method="post"
      enctype="multipart/form-data"
      action={addEvidenceLink(state.link, 'tep')}
      class="form"
    >
      <FileField
        name="files"
        label={t.chosen}
        hint={filesHint(state.lang, limits)}
        chooseLabel={t.choose}
        accept={acceptedEndings}
        multiple
        required
        error={errorOf(state, 'files')}
      />
      <details class="fold" open={Boolean(state.typed.number || state.typed.issuedOn || state.typed.issuer)}>
        <summary>{t.ifDocument}</summary>
        <div class="form">
          <DocumentFields state={state} prefix="file" />
        </div>
      </details>
      <p class="form-actions">
        <Button kind="primary">{t.send}</Button>
      </p>
    </form>
  );
}

/** Which kinds of files are taken, and how large. */
export function filesHint(lang: Lang, limits: FileLimits): string {
  const number = (bytes: number) => formatNumber(lang, Math.floor(bytes / megabyte));
  return texts(lang).addPage.filesHint(number(limits.mostFileBytes), number(limits.mostSendingBytes));
}

/** Adds the address of a page. */
export function LinkForm(state: FormState) {
  const t = texts(state.lang).addPage;
  return (
    <form method="post" action={addEvidenceLink(state.link, 'duong-dan')} class="form">
      <TextField
        name="url"
        label={t.url}
        hint={t.urlHint}
        inputMode="url"
        maxLength={longestUrl}
        spellcheck={false}
        value={state.typed.url}
        required
        error={errorOf(state, 'url')}
      />
      <TextField
        name="title"
        id="link-title"
        label={t.linkTitle}
        hint={t.linkTitleHint}
        maxLength={longestTitle}
        value={state.typed.title}
        error={errorOf(state, 'link-title')}
      />
      <p class="form-actions">
        <Button>{t.addLink}</Button>
      </p>
    </form>
  );
}

/** Adds a document that is kept elsewhere. */
export function DocumentForm(state: FormState) {
  const t = texts(state.lang).addPage;
  return (
    <form method="post" action={addEvidenceLink(state.link, 'van-ban')} class="form">
      <TextField
        name="title"
        id="document-title"
        label={t.documentTitle}
        maxLength={longestTitle}
        value={state.typed.title}
        required
        error={errorOf(state, 'document-title')}
      />
      <DocumentFields state={state} prefix="document" isRequired />
      <p class="form-actions">
        <Button>{t.addDocument}</Button>
      </p>
    </form>
  );
}

/** Number, day and issuing body. @param prefix of the ids, where two forms of a page have these fields */
export function DocumentFields({
  state,
  prefix,
  isRequired,
}: {
  state: Pick<FormState, 'lang' | 'typed' | 'problems'>;
  prefix?: string;
  isRequired?: boolean;
}) {
  const t = texts(state.lang).addPage;
  const idOf = (name: string) => (prefix ? `${prefix}-${name}` : name);
  return (
    <>
      <TextField
        name="number"
        id={idOf('number')}
        label={t.number}
        hint={t.numberHint}
        width="medium"
        maxLength={longestNumber}
        value={state.typed.number}
        required={isRequired}
        error={errorOf(state, idOf('number'))}
      />
      <DateField
        name="issuedOn"
        id={idOf('issuedOn')}
        label={t.issuedOn}
        hint={t.issuedOnHint}
        value={state.typed.issuedOn}
        required={isRequired}
        error={errorOf(state, idOf('issuedOn'))}
      />
      <TextField
        name="issuer"
        id={idOf('issuer')}
        label={t.issuer}
        maxLength={longestIssuer}
        value={state.typed.issuer}
        required={isRequired}
        error={errorOf(state, idOf('issuer'))}
      />
    </>
  );
}

function errorOf({ problems }: Pick<FormState, 'problems'>, fieldId: string): string | undefined {
  return problems.find((problem) => problem.fieldId === fieldId)?.text;
}
