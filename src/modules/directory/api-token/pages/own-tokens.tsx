import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { texts as accountTexts } from '../../account/texts.ts';
import { accountLink, apiDocsLink, apiTokensLink, revokeApiTokenLink } from '../../links.ts';
import { scopesFor } from '../api-token.ts';
import { createToken, revokeToken } from '../commands.server.ts';
import { MadeToken } from '../parts/made-token.tsx';
import { nothingTyped, TokenForm, type TypedToken } from '../parts/token-form.tsx';
import { TokenTable } from '../parts/token-panel.tsx';
import type { TokenOwner } from '../policy.ts';
import { listTokens } from '../queries.server.ts';
import { readNewToken } from '../read-form.server.ts';
import { texts } from '../texts.ts';

/** The keys by which programs work in the person's place; asks for a proof first, since one can be made here. */
export async function ownTokensPage(ctx: Ctx): Promise<PageReply> {
  must(proven(ctx));
  return list(ctx, nothingTyped);
}

/** Makes a key and shows it this once. */
export async function createOwnTokenAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const { typed, given, problems } = readNewToken(ctx, req, scopesFor(ctx.actor.grants));
  if (!given) return list(ctx, typed, problems);
  const outcome = await createToken(ctx, ownerOf(ctx), given);
  if (!outcome.ok) return list(ctx, typed, [{ fieldId: 'name', text: t.refusal[outcome.code] }]);
  return page({
    title: t.madeTitle,
    current: accountLink,
    isDone: true,
    body: <MadeToken ctx={ctx} name={given.name} text={outcome.value} back={apiTokensLink} />,
  });
}

/** Revokes a key of the person. */
export async function revokeOwnTokenAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await revokeToken(ctx, ownerOf(ctx), req.params.id ?? '');
  return seeOther(
    apiTokensLink,
    outcome.ok ? { tone: 'ok', text: t.revoked } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function ownerOf(ctx: Ctx): TokenOwner {
  return { kind: 'account', id: ctx.actor.accountId ?? '' };
}

async function list(ctx: Ctx, typed: TypedToken, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  const t = texts(ctx.lang);
  const tokens = await listTokens(ctx, ownerOf(ctx));
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: accountLink,
    keepsForms: true,
    crumbs: [{ label: accountTexts(ctx.lang).title, href: accountLink }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={<LinkButton href={apiDocsLink}>{t.docs}</LinkButton>}
        />
        <Stack>
          {tokens.length > 0 && <TokenTable ctx={ctx} tokens={tokens} revokeHref={revokeApiTokenLink} />}
          <Panel id="add" title={t.add}>
            <TokenForm
              ctx={ctx}
              action={apiTokensLink}
              scopes={scopesFor(ctx.actor.grants)}
              typed={typed}
              problems={problems}
            />
          </Panel>
        </Stack>
      </>
    ),
  });
}
