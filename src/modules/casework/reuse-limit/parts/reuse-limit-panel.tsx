import type { Lang } from '#platform/i18n/lang.ts';
import { Button } from '#ui/button/button.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { trustedCertificatesLink } from '../../links.ts';
import { texts } from '../texts.ts';

/** The number beyond which a proof is flagged, to be changed. */
export function ReuseLimitPanel({
  lang,
  value,
  error,
}: {
  lang: Lang;
  value: string;
  error: string | undefined;
}) {
  const t = texts(lang);
  return (
    <Panel id="reuse" title={t.title} note={t.lead}>
      <form method="post" action={trustedCertificatesLink('muc-dung')} class="form">
        <TextField
          name="mostRecords"
          label={t.mostRecords}
          hint={t.hint}
          width="short"
          maxLength={4}
          value={value}
          required
          error={error}
        />
        <p class="form-actions">
          <Button>{t.save}</Button>
        </p>
      </form>
    </Panel>
  );
}
