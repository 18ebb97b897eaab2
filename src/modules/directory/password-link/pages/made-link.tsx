import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { CodeList } from '#ui/code-list/code-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { passwordLinkLink, signInRulesLink } from '../../links.ts';
import { makeLink } from '../commands/make.server.ts';
import { linkMinutes } from '../password-link.ts';
import { texts } from '../texts.ts';

/** Makes a link for a new password and shows it, this once, to be handed over in person. */
export async function makeLinkAction(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang).made;
  const made = await makeLink(ctx, req.params.id ?? '');
  if (!made.ok) throw new Error('a link is never refused');
  return page({
    title: t.title,
    current: signInRulesLink,
    body: (
      <>
        <PageHead title={t.title} lead={t.lead(made.value.name, linkMinutes)} />
        <Stack>
          <CodeList label={t.label} codes={[`${req.origin}${passwordLinkLink(made.value.token)}`]} />
          <ButtonRow>
            <LinkButton href={signInRulesLink}>{t.back}</LinkButton>
          </ButtonRow>
        </Stack>
      </>
    ),
  });
}
