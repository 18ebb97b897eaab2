import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import {
  accountLink,
  changeEmailLink,
  changePasswordLink,
  closeAllSessionsLink,
  contactsLink,
  tellingLink,
} from '../../links.ts';
import { texts as linkTexts } from '../../password-link/texts.ts';
import { PasskeyPanel } from '../../passkey/parts/passkey-panel.tsx';
import { listPasskeys } from '../../passkey/queries.server.ts';
import { FactorPanel } from '../../second-factor/parts/factor-panel.tsx';
import { findFactors } from '../../second-factor/queries.server.ts';
import { SessionTable } from '../../session/parts/session-table.tsx';
import { listSessions } from '../../session/queries.server.ts';
import { texts as sessionTexts } from '../../session/texts.ts';
import { OwnTokensPanel } from '../../api-token/parts/token-panel.tsx';
import { listTokens } from '../../api-token/queries.server.ts';
import { chooseKeys } from '../commands.server.ts';
import { chooseKeysForm } from '../input.ts';
import { KeysPanel } from '../parts/keys-panel.tsx';
import { getOwnAccount, type OwnAccount } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** All that keeps the own account safe: who one is, password, open sign-ins. */
export async function myAccountPage(ctx: Ctx): Promise<PageReply> {
  const t = texts(ctx.lang);
  const account = await getOwnAccount(ctx);
  const factors = await findFactors(ctx.db, ctx.tenant.id, ctx.actor.accountId ?? '');
  const passkeys = await listPasskeys(ctx);
  const sessions = await listSessions(ctx);
  const tokens = await listTokens(ctx, { kind: 'account', id: ctx.actor.accountId ?? '' });
  const s = sessionTexts(ctx.lang).sessions;
  return page({
    title: t.title,
    records: [{ kind: 'account', id: ctx.actor.accountId ?? '' }],
    current: accountLink,
    body: (
      <>
        <PageHead title={t.title} />
        <Stack>
          <WhoPanel ctx={ctx} account={account} />
          <PasswordPanel ctx={ctx} account={account} />
          <LeadingPanels ctx={ctx} account={account} />
          <FactorPanel ctx={ctx} factors={factors} />
          <PasskeyPanel ctx={ctx} passkeys={passkeys} />
          <OwnTokensPanel ctx={ctx} tokens={tokens} />
          <KeysPanel ctx={ctx} account={account} />
          <Panel
            id="sessions"
            title={s.title}
            count={sessions.length}
            isFlush
            footer={
              <form method="post" action={closeAllSessionsLink}>
                <Stack>
                  <p>{s.closeAllHint}</p>
                  <ButtonRow>
                    <Button kind="danger">{s.closeAll}</Button>
                  </ButtonRow>
                </Stack>
              </form>
            }
          >
            <SessionTable ctx={ctx} sessions={sessions} />
          </Panel>
        </Stack>
      </>
    ),
  });
}

/** Turns the keys of one letter on or off, as the form says. */
export async function chooseKeysAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).keys;
  const { keys } = chooseKeysForm.parse(req.form.all());
  await chooseKeys(ctx, keys === 'on');
  return seeOther(accountLink, { tone: 'ok', text: keys === 'on' ? t.turnedOn : t.turnedOff });
}

function WhoPanel({ ctx, account }: { ctx: Ctx; account: OwnAccount }) {
  const t = texts(ctx.lang);
  const roleNames: Readonly<Record<string, string>> = t.roles;
  return (
    <Panel id="who" title={t.who.title}>
      <Facts
        layout="rows"
        facts={[
          { label: t.who.name, value: ctx.actor.name },
          { label: t.who.unit, value: ctx.actor.unitName },
          { label: t.who.signInName, value: account.signInName },
          { label: t.who.roles, value: ctx.actor.roles.map((role) => roleNames[role] ?? role).join(', ') },
        ]}
      />
    </Panel>
  );
}

/** A part of the account that has a page of its own. */
function LeadingPanel(props: { id: string; title: string; href: string; action: string; text: string }) {
  return (
    <Panel
      id={props.id}
      title={props.title}
      actions={
        <LinkButton size="small" href={props.href}>
          {props.action}
        </LinkButton>
      }
    >
      <p>{props.text}</p>
    </Panel>
  );
}

/** Where letters go, and how people want to be told. */
function LeadingPanels({ ctx, account }: { ctx: Ctx; account: OwnAccount }) {
  const email = linkTexts(ctx.lang).email;
  const { contacts, telling } = texts(ctx.lang);
  return (
    <>
      <LeadingPanel
        id="email"
        title={email.title}
        href={changeEmailLink}
        action={email.change}
        text={account.email ?? email.none}
      />
      <LeadingPanel
        id="contacts"
        title={contacts.title}
        href={contactsLink}
        action={contacts.open}
        text={contacts.text}
      />
      <LeadingPanel
        id="telling"
        title={telling.title}
        href={tellingLink}
        action={telling.choose}
        text={telling.text}
      />
    </>
  );
}

function PasswordPanel({ ctx, account }: { ctx: Ctx; account: OwnAccount }) {
  const t = texts(ctx.lang).password;
  const { passwordChangedAt } = account;
  return (
    <Panel
      id="password"
      title={t.title}
      actions={
        <LinkButton size="small" href={changePasswordLink}>
          {t.change}
        </LinkButton>
      }
    >
      <p>{passwordChangedAt ? t.changedAt(formatInstant(ctx.lang, passwordChangedAt)) : t.never}</p>
    </Panel>
  );
}
