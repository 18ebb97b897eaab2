import type { Outcome } from '#platform/db/outcome.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { redeliverLink, type WebhookDeed, webhookLink, webhooksLink } from '../../links.ts';
import { actName } from '../../role/role-name.ts';
import {
  endWebhook,
  pauseWebhook,
  redeliver,
  resumeWebhook,
  rotateSecret,
  sendTest,
} from '../commands.server.ts';
import { LetterTable, stateTones } from '../parts/letter-table.tsx';
import { ShownSecret } from '../parts/shown-secret.tsx';
import { getWebhook, listDeliveries } from '../queries.server.ts';
import { type Texts, texts } from '../texts.ts';
import type { Webhook } from '../webhook.ts';

/** One receiver: how it does, what can be done, what could not be delivered, and the latest letters. */
export async function webhookPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const webhook = await getWebhook(ctx, req.params.id ?? '');
  const letters = await listDeliveries(ctx, webhook.id);
  const events = webhook.events.map((event) => actName(ctx.lang, event)).join(', ');
  return page({
    title: webhook.name,
    current: webhooksLink,
    crumbs: [{ label: t.title, href: webhooksLink }, { label: webhook.name }],
    body: (
      <>
        <PageHead
          title={webhook.name}
          line={<Tag tone={stateTones[webhook.state]}>{t.state[webhook.state]}</Tag>}
        />
        <Stack>
          <Trouble ctx={ctx} webhook={webhook} />
          <Panel id="receiver" title={t.url}>
            <Facts
              layout="rows"
              facts={[
                { label: t.url, value: webhook.url },
                { label: t.events, value: events },
                { label: t.waiting, value: formatNumber(ctx.lang, webhook.waitingCount) },
              ]}
            />
          </Panel>
          {webhook.state !== 'ended' && <Deeds t={t} webhook={webhook} />}
          {webhook.deadCount > 0 && webhook.state !== 'ended' && (
            <Panel id="dead" title={t.deadTitle} count={formatNumber(ctx.lang, webhook.deadCount)}>
              <form method="post" action={redeliverLink(webhook.id)}>
                <Stack>
                  <p>{t.deadText}</p>
                  <Button>{t.redeliverAll}</Button>
                </Stack>
              </form>
            </Panel>
          )}
          {letters.length === 0 ? (
            <EmptyState title={t.noLetters}>{t.lead}</EmptyState>
          ) : (
            <LetterTable ctx={ctx} webhookId={webhook.id} letters={letters} />
          )}
        </Stack>
      </>
    ),
  });
}

/** Gives the receiver another signing secret and shows it this once. */
export async function rotateSecretAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const webhook = await getWebhook(ctx, req.params.id ?? '');
  const outcome = await rotateSecret(ctx, webhook.id);
  if (!outcome.ok) return back(ctx, webhook.id, outcome, '');
  return page({
    title: t.secretTitle,
    current: webhooksLink,
    body: <ShownSecret ctx={ctx} name={webhook.name} secret={outcome.value} webhookId={webhook.id} />,
  });
}

/** Stops sending for a while. */
export async function pauseWebhookAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return back(ctx, id, await pauseWebhook(ctx, id), texts(ctx.lang).done.paused);
}

/** Goes on sending. */
export async function resumeWebhookAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return back(ctx, id, await resumeWebhook(ctx, id), texts(ctx.lang).done.resumed);
}

/** Gives the receiver up. */
export async function endWebhookAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return back(ctx, id, await endWebhook(ctx, id), texts(ctx.lang).done.ended);
}

/** Sends an event for a trial. */
export async function testWebhookAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  return back(ctx, id, await sendTest(ctx, id), texts(ctx.lang).done.tested);
}

/** Sends again what was given up: one letter, or all. */
export async function redeliverAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  const outcome = await redeliver(ctx, id, req.params.letter);
  const count = outcome.ok ? formatNumber(ctx.lang, outcome.value.count) : '';
  return back(ctx, id, outcome, texts(ctx.lang).done.redelivered(count));
}

function back(
  ctx: Ctx,
  webhookId: string,
  outcome: Outcome<unknown, keyof Texts['refusal']>,
  done: string,
): Reply {
  const text = outcome.ok ? done : texts(ctx.lang).refusal[outcome.code];
  return seeOther(webhookLink(webhookId), { tone: outcome.ok ? 'ok' : 'late', text });
}

function Trouble({ ctx, webhook }: { ctx: Ctx; webhook: Webhook }) {
  const t = texts(ctx.lang);
  if (webhook.failingSince === null || webhook.state === 'ended') return null;
  const since = formatInstant(ctx.lang, webhook.failingSince);
  return webhook.isPausedBySystem ? (
    <Notice tone="late" title={t.pausedTitle}>
      {t.pausedText(since)}
    </Notice>
  ) : (
    <Notice tone="soon" title={t.failingTitle}>
      {t.failing(since)}
    </Notice>
  );
}

function Deeds({ t, webhook }: { t: Texts; webhook: Webhook }) {
  const isActive = webhook.state === 'active';
  const form = (deed: WebhookDeed, label: string, kind?: 'primary' | 'danger') => (
    <form method="post" action={webhookLink(webhook.id, deed)}>
      <Button {...(kind ? { kind } : {})}>{label}</Button>
    </form>
  );
  return (
    <Panel id="deeds" title={t.actions}>
      <Stack>
        <ButtonRow>
          {isActive && form('gui-thu', t.test)}
          {isActive ? form('tam-ngung', t.pause) : form('gui-tiep', t.resume, 'primary')}
        </ButtonRow>
        <p>{t.rotateText}</p>
        <ButtonRow>{form('doi-khoa', t.rotate)}</ButtonRow>
        <p>{t.endText}</p>
        <ButtonRow>{form('bo', t.end, 'danger')}</ButtonRow>
      </Stack>
    </Panel>
  );
}
