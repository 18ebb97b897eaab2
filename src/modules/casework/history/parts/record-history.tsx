import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import type { AuditWords, HistoryLine } from '../history.ts';
import { texts } from '../texts.ts';
import { HistoryList } from './history-list.tsx';

interface Props {
  readonly ctx: Ctx;
  readonly lines: readonly HistoryLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly words: AuditWords;
  /** Where all lines of the records stand, older ones too. */
  readonly allLinks: readonly { label: string; href: string }[];
}

/** What was last done to the records of a page, as the last part of it. */
export function RecordHistory({ ctx, lines, names, words, allLinks }: Props) {
  const t = texts(ctx.lang);
  return (
    <Panel
      id="audit"
      title={t.title}
      count={lines.length}
      note={t.note}
      isFlush={lines.length > 0}
      actions={allLinks.map(({ label, href }) => (
        <LinkButton key={href} size="small" href={href}>
          {allLinks.length === 1 ? t.all : t.allOf(label)}
        </LinkButton>
      ))}
    >
      {lines.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <HistoryList
          lang={ctx.lang}
          words={words}
          names={names}
          lines={lines}
          frame="none"
          linkOf={() => undefined}
        />
      )}
    </Panel>
  );
}
