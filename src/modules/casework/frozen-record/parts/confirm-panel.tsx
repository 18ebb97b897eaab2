import type { ListCount } from '#platform/list/count.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { type Fact, Facts } from '#ui/facts/facts.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { freezeLink } from '#modules/lists/links.ts';
import { longestTitle } from '../frozen-record.ts';
import { freezeForLink, recordWord } from '../links.ts';
import type { Chosen, ForRecord } from '../place.server.ts';
import { texts } from '../texts.ts';
import { FrozenFields } from './frozen-fields.tsx';
import { rowWords } from './row-words.tsx';

/** What is to be frozen, and for which record. */
export interface Asked extends Chosen {
  readonly forRecord: ForRecord;
}

/** What the person is told before it is frozen, read beforehand. */
export interface Confirmed {
  readonly count: ListCount;
  readonly conditions: readonly string[];
}

/** Reads what is told of a list or a record before it is frozen. */
export async function confirmed(ctx: Ctx, { source, query }: Asked): Promise<Confirmed> {
  return { count: await source.count(ctx, query), conditions: await source.conditions(ctx, query) };
}

/** The last step: what is frozen, for what, who will see it, and under what name. */
export function ConfirmPanel(props: {
  ctx: Ctx;
  asked: Asked;
  shown: Confirmed;
  name: string;
  problems: readonly FieldProblem[];
}) {
  const { ctx, asked, name, problems } = props;
  const { source, query, forRecord } = asked;
  const t = texts(ctx.lang);
  const words = source.isList ? t.confirm : t.single.confirm;
  const record = recordWord(forRecord.owner.kind, forRecord.record.id);
  return (
    <>
      <ErrorSummary title={t.errorTitle} problems={problems} />
      <PageHead title={words.title} lead={words.lead} />
      <Panel id="freeze" title={source.title(ctx)}>
        <form class="form" method="post" action={freezeLink()}>
          <FrozenFields source={source} query={query} />
          <input type="hidden" name="cho" value={record} />
          <Facts
            layout="rows"
            facts={[
              ...frozenFacts(ctx, asked, props.shown),
              { label: t.confirm.forRecord, value: forRecord.record.title, note: words.whoSees },
            ]}
          />
          <TextField
            name="title"
            label={t.confirm.name}
            hint={words.nameHint}
            maxLength={longestTitle}
            value={name}
            required
            error={problems.find(({ fieldId }) => fieldId === 'title')?.text}
          />
          <ButtonRow>
            <Button kind="primary">{t.confirm.send}</Button>
            <LinkButton kind="quiet" href={freezeForLink({ record })}>
              {words.other}
            </LinkButton>
            <LinkButton kind="quiet" href={freezeForLink({ source: source.name, query })}>
              {t.confirm.otherRecord}
            </LinkButton>
          </ButtonRow>
        </form>
      </Panel>
    </>
  );
}

function frozenFacts(ctx: Ctx, { source, query }: Asked, shown: Confirmed): Fact[] {
  const t = texts(ctx.lang);
  const rows = rowWords(ctx.lang, shown.count);
  if (!source.isList)
    return [
      {
        label: t.single.confirm.record,
        value: shown.conditions.join('; '),
        note: <a href={source.href(query)}>{t.single.confirm.open}</a>,
      },
      { label: t.single.confirm.rows, value: rows },
    ];
  return [
    {
      label: t.confirm.filter,
      value: shown.conditions.join('; ') || t.confirm.noFilter,
      note: <a href={source.href(query)}>{t.confirm.open}</a>,
    },
    {
      label: t.confirm.rows,
      value: rows,
      note: shown.count.rows === 0 ? t.confirm.empty : undefined,
    },
  ];
}
