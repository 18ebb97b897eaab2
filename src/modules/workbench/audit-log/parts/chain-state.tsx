import type { ChainPlace } from '#platform/audit/chain.ts';
import { mostExported } from '#platform/audit/export-file.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { auditChainLink } from '../../links.ts';
import { texts } from '../texts.ts';

type Props = {
  readonly ctx: Ctx;
  readonly head: ChainPlace;
  readonly last: { at: Date; lines: number; brokenAt: number | undefined } | undefined;
};

/** Whether the chain held at its latest check, where it ends now, and the files by which anybody can check it. */
export function ChainState({ ctx, head, last }: Props) {
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const at = last && formatInstant(ctx.lang, last.at);
  const title =
    last === undefined
      ? t.chain.never
      : last.brokenAt === undefined
        ? t.chain.whole
        : t.chain.broken(number(last.brokenAt));
  const text =
    last === undefined || at === undefined
      ? t.chain.neverText
      : last.brokenAt === undefined
        ? t.chain.wholeText(at, number(last.lines))
        : t.chain.brokenText(at);
  return (
    <Notice
      tone={last === undefined ? 'info' : last.brokenAt === undefined ? 'ok' : 'late'}
      title={title}
      actions={head.position > 0 ? <ChainFiles ctx={ctx} length={head.position} /> : undefined}
    >
      <p>{text}</p>
      {head.position > 0 && (
        <p>
          {t.chain.head(number(head.position), `${head.hash.slice(0, 16)}…`)} {t.chainFile.note}
        </p>
      )}
    </Notice>
  );
}

/** One file, or parts of a long chain; each proves itself. */
function ChainFiles({ ctx, length }: { ctx: Ctx; length: number }) {
  const t = texts(ctx.lang).chainFile;
  const number = (n: number) => formatNumber(ctx.lang, n);
  const starts = Array.from({ length: Math.ceil(length / mostExported) }, (_, part) => part * mostExported);
  return (
    <>
      {starts.map((after) => (
        <LinkButton key={after} href={auditChainLink(after)} icon="download" download>
          {starts.length === 1
            ? t.whole
            : t.link(number(after + 1), number(Math.min(after + mostExported, length)))}
        </LinkButton>
      ))}
    </>
  );
}
