import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { draftsLink } from '../../links.ts';
import { acceptedEndings } from '../plan-draft.ts';
import { texts } from '../texts.ts';

/** The form that takes a file. */
export function UploadForm({ ctx, problem }: { ctx: Ctx; problem?: string | undefined }) {
  const t = texts(ctx.lang);
  return (
    <form method="post" action={draftsLink} enctype="multipart/form-data" class="form" novalidate>
      <FileField
        name="file"
        label={t.file}
        hint={t.fileHint}
        chooseLabel={t.choose}
        accept={acceptedEndings.join(',')}
        required
        error={problem}
      />
      <p class="form-actions">
        <Button kind="primary" icon="upload">
          {t.upload}
        </Button>
      </p>
    </form>
  );
}
