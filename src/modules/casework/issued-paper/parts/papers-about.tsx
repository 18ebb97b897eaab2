import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type IssuedPaper, numberAndSymbol } from '../issued-paper.ts';
import { issuedPaperLink, newPaperLink } from '../../links.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { StateTag } from './state-tag.tsx';

/** The issued papers about a record as a part of its page, with the way to draft another; nothing where neither is. */
export function PapersAbout(props: {
  ctx: Ctx;
  papers: readonly IssuedPaper[];
  /** What a new paper would be about, as the address of its form says it. */
  about: Readonly<Record<string, string>>;
}) {
  const { ctx, papers } = props;
  const t = texts(ctx.lang);
  const mayDraft = policy.draft(ctx.actor).allowed;
  if (papers.length === 0 && !mayDraft) return null;
  return (
    <Panel
      id="papers"
      title={t.about.title}
      count={papers.length}
      actions={
        mayDraft && (
          <LinkButton size="small" href={newPaperLink(props.about)}>
            {t.add}
          </LinkButton>
        )
      }
    >
      {papers.length === 0 ? (
        <p>{t.about.none}</p>
      ) : (
        <ul class="plain-list">
          {papers.map((paper) => (
            <li key={paper.id}>
              <a href={issuedPaperLink(paper.id)}>{paper.subject}</a>{' '}
              {paper.issued && (
                <small>
                  {t.about.line(
                    numberAndSymbol(paper.issued.number, paper.symbol),
                    formatDate(paper.issued.on),
                  )}
                </small>
              )}{' '}
              <StateTag lang={ctx.lang} state={paper.state} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
