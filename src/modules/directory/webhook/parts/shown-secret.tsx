import type { Ctx } from '#platform/session/ctx.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { CodeList } from '#ui/code-list/code-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { webhookLink } from '../../links.ts';
import { texts } from '../texts.ts';

/** The signing secret of a receiver: shown this once. */
export function ShownSecret(props: { ctx: Ctx; name: string; secret: string; webhookId: string }) {
  const t = texts(props.ctx.lang);
  return (
    <Stack>
      <PageHead title={t.secretTitle} lead={t.secretLead} />
      <CodeList label={t.secretLabel(props.name)} codes={[props.secret]} />
      <ButtonRow>
        <LinkButton kind="primary" href={webhookLink(props.webhookId)}>
          {t.back}
        </LinkButton>
      </ButtonRow>
    </Stack>
  );
}
