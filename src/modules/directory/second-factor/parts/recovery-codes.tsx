import type { Lang } from '#platform/i18n/lang.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { CodeList } from '#ui/code-list/code-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { accountLink } from '../../links.ts';
import { writeRecoveryCode } from '../second-factor.ts';
import { texts } from '../texts.ts';

/** Fresh recovery codes, the only time that they are shown. */
export function RecoveryCodes({ lang, codes }: { lang: Lang; codes: readonly string[] }) {
  const t = texts(lang).codes;
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Stack>
        <CodeList label={t.label} codes={codes.map(writeRecoveryCode)} />
        <p>{t.keep}</p>
        <ButtonRow>
          <LinkButton kind="primary" href={accountLink}>
            {t.done}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </>
  );
}
