import type { ListCount } from '#platform/list/count.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { freezeLink } from '#modules/lists/links.ts';
import { longestTitle } from '../frozen-record.ts';
import type { FrozenSource } from '../frozen-source.ts';
import { freezeForLink, recordWord } from '../links.ts';
import type { ForRecord } from '../place.server.ts';
import { texts } from '../texts.ts';
import { rowWords } from './row-words.tsx';

/** What is to be frozen, and for which record. */
export interface Asked {
  readonly source: FrozenSource;
  readonly query: string;
  readonly forRecord: ForRecord;
}

/** What the person is told before it is frozen, read beforehand. */
export interface Confirmed {
  readonly count: ListCount;
  readonly conditions: readonly string[];
}

/** Reads what is told of a list before it is frozen. */
export async function confirmed(ctx: Ctx, { source, query }: Asked): Promise<Confirmed> {
  return { count: await source.count(ctx, query), conditions: await source.conditions(ctx, query) };
}

/** The last step: what is frozen, for what, who will see it, and under what name. */
export function ConfirmPanel(props: {
  ctx: Ctx;
  asked: Asked;
  shown: Confirmed;
  title: string;
  problems: readonly FieldProblem[];
}) {
  const { ctx, shown, title, problems } = props;
  const { source, query, forRecord } = props.asked;
  const t = texts(ctx.lang);
  const record = recordWord(forRecord.owner.kind, forRecord.record.id);
  return (
    <>
      <ErrorSummary title={t.errorTitle} problems={problems} />
      <PageHead title={t.confirm.title} lead={t.confirm.lead} />
      <Panel id="freeze" title={source.title(ctx)}>
        <form class="form" method="post" action={freezeLink()}>
          <input type="hidden" name="danh-sach" value={source.name} />
          <input type="hidden" name="loc" value={query} />
          <input type="hidden" name="cho" value={record} />
          <Facts
            layout="rows"
            facts={[
              {
                label: t.confirm.filter,
                value: shown.conditions.join('; ') || t.confirm.noFilter,
                note: <a href={source.href(query)}>{t.confirm.open}</a>,
              },
              {
                label: t.confirm.rows,
                value: rowWords(ctx.lang, shown.count),
                note: shown.count.rows === 0 ? t.confirm.empty : undefined,
              },
              { label: t.confirm.forRecord, value: forRecord.record.title, note: t.confirm.whoSees },
            ]}
          />
          <TextField
            name="title"
            label={t.confirm.name}
            hint={t.confirm.nameHint}
            maxLength={longestTitle}
            value={title}
            required
            error={problems.find(({ fieldId }) => fieldId === 'title')?.text}
          />
          <ButtonRow>
            <Button kind="primary">{t.confirm.send}</Button>
            {source.isList && (
              <LinkButton kind="quiet" href={freezeForLink({ record })}>
                {t.confirm.otherList}
              </LinkButton>
            )}
            <LinkButton kind="quiet" href={freezeForLink({ source: source.name, query })}>
              {t.confirm.otherRecord}
            </LinkButton>
          </ButtonRow>
        </form>
      </Panel>
    </>
  );
}
