import { acceptedEndings } from '#platform/files/content-kind.ts';
import type { FileLimits } from '#platform/files/file-place.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { Button } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { TextareaField, TextField } from '#ui/field/text-field.tsx';
import { type Evidence, longestReason, longestTitle, longestUrl } from '../evidence.ts';
import { evidenceLink } from '../links.ts';
import { texts } from '../texts.ts';
import { DocumentFields, filesHint, type Typed } from './add-forms.tsx';

interface Props {
  readonly lang: Lang;
  readonly link: string;
  readonly proof: Evidence;
  readonly limits: FileLimits;
  /** What was typed, when the form comes back; else it holds what is attached now. */
  readonly typed: Typed | undefined;
  readonly problems: readonly FieldProblem[];
}

/** Puts a new version in place of the one of now, with the reason. */
export function ReplaceForm({ lang, link, proof, limits, typed, problems }: Props) {
  const t = texts(lang);
  const isFile = proof.kind === 'file';
  const values: Typed = typed ?? {
    title: proof.title,
    url: proof.url ?? '',
    number: proof.number ?? '',
    issuedOn: proof.issuedOn ? formatDate(plainDate(proof.issuedOn)) : '',
    issuer: proof.issuer ?? '',
  };
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.text;
  return (
    <form
      method="post"
      enctype={isFile ? 'multipart/form-data' : undefined}
      action={evidenceLink(link, proof.id, isFile ? 'thay-tep' : 'thay')}
      class="form"
    >
      <input type="hidden" name="version" value={proof.version} />
      {isFile && (
        <FileField
          name="file"
          label={t.replace.file}
          hint={filesHint(lang, limits)}
          chooseLabel={t.addPage.choose}
          accept={acceptedEndings}
          required
          error={errorOf('file')}
        />
      )}
      {proof.kind === 'link' && (
        <TextField
          name="url"
          label={t.addPage.url}
          inputMode="url"
          maxLength={longestUrl}
          value={values.url}
          required
          error={errorOf('url')}
        />
      )}
      {!isFile && (
        <TextField
          name="title"
          label={proof.kind === 'link' ? t.addPage.linkTitle : t.addPage.documentTitle}
          maxLength={longestTitle}
          value={values.title}
          error={errorOf('title')}
        />
      )}
      {proof.kind === 'document' && <DocumentFields state={{ lang, typed: values, problems }} isRequired />}
      <TextareaField
        name="reason"
        label={t.replace.reason}
        rows={2}
        maxLength={longestReason}
        value={values.reason}
        required
        error={errorOf('reason')}
      />
      <p class="form-actions">
        <Button>{t.replace.send}</Button>
      </p>
    </form>
  );
}
