import type { Ctx } from '#platform/session/ctx.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { CodeList } from '#ui/code-list/code-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { apiDocsLink } from '../../links.ts';
import { texts } from '../texts.ts';

/** A key that was just made: shown this once. */
export function MadeToken({ ctx, name, text, back }: { ctx: Ctx; name: string; text: string; back: string }) {
  const t = texts(ctx.lang);
  return (
    <Stack>
      <PageHead title={t.madeTitle} lead={t.madeLead} />
      <CodeList label={t.madeLabel(name)} codes={[text]} />
      <ButtonRow>
        <LinkButton kind="primary" href={back}>
          {t.back}
        </LinkButton>
        <LinkButton href={apiDocsLink}>{t.docs}</LinkButton>
      </ButtonRow>
    </Stack>
  );
}
