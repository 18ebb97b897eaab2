import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { countReached } from '../../contact/queries.server.ts';
import { channelsLink, deliveriesLink, tryChannelLink, zaloAccountLink } from '../../links.ts';
import { type Channel, channels } from '../../notice-choice/notice-choice.ts';
import * as zaloPolicy from '../../zalo-account/policy.ts';
import { tryChannel } from '../commands.server.ts';
import * as policy from '../policy.ts';
import { type ChannelStanding, listChannels } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { troubleWords } from '../troubles.ts';

const tones = { good: 'ok', off: 'draft', failing: 'late', idle: 'info' } as const satisfies Record<
  string,
  Tone
>;

/** How each way to people does: what works, what waits, and why something does not go out. */
export async function channelsPage(ctx: Ctx): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang).channels;
  const standings = await listChannels(ctx);
  const { officers, reached } = await countReached(ctx);
  return page({
    title: t.title,
    current: channelsLink,
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={<LinkButton href={deliveriesLink()}>{t.toList}</LinkButton>}
        />
        <Stack>
          {standings.map((one) => (
            <ChannelPanel
              key={one.channel}
              ctx={ctx}
              standing={one}
              reached={t.ofOfficers(
                formatNumber(ctx.lang, reached[one.channel]),
                formatNumber(ctx.lang, officers),
              )}
            />
          ))}
        </Stack>
      </>
    ),
  });
}

/** Sends a letter to oneself. */
export async function tryChannelAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang).channels;
  const channel = channels.find((one) => one === req.params.channel);
  if (!channel) throw new NotFound();
  const outcome = await tryChannel(ctx, channel);
  return seeOther(
    channelsLink,
    outcome.ok ? { tone: 'ok', text: t.tried } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function standingOf(one: ChannelStanding): keyof typeof tones {
  if (!one.isSetUp) return 'off';
  if (one.failingSince !== null) return 'failing';
  return one.lastSentAt === null ? 'idle' : 'good';
}

function ChannelPanel(props: { ctx: Ctx; standing: ChannelStanding; reached: string }) {
  const { ctx, standing: one } = props;
  const all = texts(ctx.lang);
  const t = all.channels;
  const { channel } = one;
  const standing = standingOf(one);
  const count = (state: 'waiting' | 'failed' | 'uncertain') => (
    <a href={deliveriesLink({ kenh: channel, 'tinh-trang': state })}>{formatNumber(ctx.lang, one[state])}</a>
  );
  return (
    <Panel id={channel} title={all.channel[channel]} actions={channel === 'zalo' && <ZaloLink ctx={ctx} />}>
      <Stack>
        {one.failingSince !== null && (
          <Notice tone="late" title={t.standing.failing}>
            {t.failing(formatInstant(ctx.lang, one.failingSince), troubleWords(all, one.trouble))}
          </Notice>
        )}
        <Facts
          layout="rows"
          facts={[
            {
              label: t.state,
              value: <Tag tone={tones[standing]}>{t.standing[standing]}</Tag>,
              ...(standing === 'off' && { note: t.setUp[channel] }),
            },
            {
              label: t.lastSent,
              value: one.lastSentAt === null ? t.never : formatInstant(ctx.lang, one.lastSentAt),
            },
            { label: t.waiting, value: count('waiting') },
            { label: t.failed, value: count('failed') },
            { label: t.uncertain, value: count('uncertain') },
            { label: t.reached, value: props.reached },
          ]}
        />
        {one.isSetUp && policy.tryOut(ctx.actor).allowed && <TryForm ctx={ctx} channel={channel} />}
      </Stack>
    </Panel>
  );
}

function ZaloLink({ ctx }: { ctx: Ctx }) {
  if (!zaloPolicy.set(ctx.actor).allowed) return null;
  return (
    <LinkButton size="small" href={zaloAccountLink()}>
      {texts(ctx.lang).channels.toZalo}
    </LinkButton>
  );
}

function TryForm({ ctx, channel }: { ctx: Ctx; channel: Channel }) {
  const t = texts(ctx.lang).channels;
  return (
    <form method="post" action={tryChannelLink(channel)}>
      <Button label={t.tryOf[channel]}>{t.try}</Button>
    </form>
  );
}
