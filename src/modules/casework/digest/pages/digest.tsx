import { parsePlainDate, type PlainDate } from '#platform/clock/plain-date.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatNumber, formatWeekday } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { digestLink, ownChoiceLink } from '../../links.ts';
import type { Digest, WrittenLine, WrittenPart } from '../digest.ts';
import * as policy from '../policy.ts';
import { getDigests, listDigestDays } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The latest letter of the morning, or what such a letter is where there was none yet. */
export async function latestDigestPage(ctx: Ctx): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const days = await listDigestDays(ctx);
  const [latest] = days;
  return latest ? letterPage(ctx, latest, days) : emptyPage(ctx);
}

/** The letters of one morning, as they were written. */
export async function digestPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const day = parsePlainDate(req.params.day ?? '');
  if (!day) throw new NotFound();
  return letterPage(ctx, day, await listDigestDays(ctx));
}

async function letterPage(ctx: Ctx, day: PlainDate, days: readonly PlainDate[]): Promise<PageReply> {
  const t = texts(ctx.lang);
  const digests = await getDigests(ctx, day);
  const title = t.titleOf(formatWeekday(ctx.lang, day), formatDate(day));
  const others = days.filter((other) => other !== day);
  return page({
    title,
    current: digestLink(),
    crumbs: [{ label: t.title, href: digestLink() }, { label: formatDate(day) }],
    body: (
      <>
        <PageHead
          title={title}
          lead={t.lead}
          actions={<LinkButton href={ownChoiceLink}>{t.choose}</LinkButton>}
        />
        <Stack>
          {digests.map((digest) => (
            <LetterParts key={digest.channel} ctx={ctx} digest={digest} isAlone={digests.length === 1} />
          ))}
          {others.length > 0 && (
            <Panel id="earlier" title={t.earlier}>
              <ul>
                {others.map((other) => (
                  <li key={other}>
                    <a href={digestLink(other)}>
                      {formatWeekday(ctx.lang, other)}, {formatDate(other)}
                    </a>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </Stack>
      </>
    ),
  });
}

/** One letter: each part with its lines, and the way by which it was written. */
function LetterParts({ ctx, digest, isAlone }: { ctx: Ctx; digest: Digest; isAlone: boolean }) {
  const t = texts(ctx.lang);
  return (
    <>
      <p>
        <small>{t.madeAt(t.channel[digest.channel], formatInstant(ctx.lang, digest.madeAt))}</small>
      </p>
      {digest.parts.map((part) => (
        <PartPanel
          key={part.key}
          ctx={ctx}
          part={part}
          id={isAlone ? part.key : `${digest.channel}-${part.key}`}
        />
      ))}
    </>
  );
}

function PartPanel({ ctx, part, id }: { ctx: Ctx; part: WrittenPart; id: string }) {
  const t = texts(ctx.lang);
  const left = part.total - part.lines.length;
  return (
    <Panel
      id={id}
      title={part.title}
      count={formatNumber(ctx.lang, part.total)}
      isFlush
      footer={left > 0 ? <p>{t.more(formatNumber(ctx.lang, left))}</p> : undefined}
    >
      <Table<WrittenLine>
        caption={part.title}
        rows={part.lines}
        rowKey={(line) => line.href + line.text}
        frame="none"
        narrow="cards"
        columns={[
          {
            key: 'what',
            label: t.column.what,
            priority: 'lead',
            render: (line) => <a href={line.href}>{line.text}</a>,
          },
          ...(part.lines.some((line) => line.insteadOf !== null)
            ? [
                {
                  key: 'instead',
                  label: t.column.instead,
                  size: 'medium' as const,
                  render: (line: WrittenLine) => line.insteadOf,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

function emptyPage(ctx: Ctx): PageReply {
  const t = texts(ctx.lang);
  return page({
    title: t.title,
    current: digestLink(),
    body: (
      <>
        <PageHead title={t.title} />
        <EmptyState icon="bell" title={t.none.title} action={<a href={ownChoiceLink}>{t.choose}</a>}>
          {t.none.text}
        </EmptyState>
      </>
    ),
  });
}
