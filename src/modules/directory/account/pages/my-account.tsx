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
          <EmailPanel ctx={ctx} account={account} />
          <ContactsPanel ctx={ctx} />
          <TellingPanel ctx={ctx} />
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

function EmailPanel({ ctx, account }: { ctx: Ctx; account: OwnAccount }) {
  const t = linkTexts(ctx.lang).email;
  return (
    <Panel
      id="email"
      title={t.title}
      actions={
        <LinkButton size="small" href={changeEmailLink}>
          {t.change}
        </LinkButton>
      }
    >
      <p>{account.email ?? t.none}</p>
    </Panel>
  );
}

function ContactsPanel({ ctx }: { ctx: Ctx }) {
  const t = texts(ctx.lang).contacts;
  return (
    <Panel
      id="contacts"
      title={t.title}
      actions={
        <LinkButton size="small" href={contactsLink}>
          {t.open}
        </LinkButton>
      }
    >
      <p>{t.text}</p>
    </Panel>
  );
}

function TellingPanel({ ctx }: { ctx: Ctx }) {
  const t = texts(ctx.lang).telling;
  return (
    <Panel
      id="telling"
      title={t.title}
      actions={
        <LinkButton size="small" href={tellingLink}>
          {t.choose}
        </LinkButton>
      }
    >
      <p>{t.text}</p>
    </Panel>
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
