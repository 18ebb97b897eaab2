import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import type { BulkList, BulkTarget } from '../bulk-list.server.ts';
import { mostShown } from '../bulk-run.ts';
import { texts } from '../texts.ts';

interface ForeseenProps {
  readonly ctx: Ctx;
  readonly list: BulkList;
  readonly targets: readonly BulkTarget[];
  /** The reason of each row that would be refused. */
  readonly reasons: ReadonlyMap<string, string | undefined>;
}

/** What would become of each row; those that would be refused come first. */
export function Foreseen({ ctx, list, targets, reasons }: ForeseenProps) {
  const t = texts(ctx.lang);
  const refused = targets.filter((target) => reasons.get(target.id) !== undefined);
  const others = targets.filter((target) => reasons.get(target.id) === undefined);
  const shown = [...refused, ...others].slice(0, mostShown);
  const number = (n: number) => formatNumber(ctx.lang, n);
  return (
    <>
      <p>
        <b>{t.will(number(others.length))}</b>
        {refused.length > 0 && ` · ${t.wont(number(refused.length))}`}
      </p>
      <Table<BulkTarget>
        caption={t.caption}
        rows={shown}
        rowKey={(target) => target.id}
        columns={[
          { key: 'row', label: t.row, priority: 'lead', render: (target) => target.label },
          {
            key: 'result',
            label: t.result,
            size: 'bar',
            render: (target) => <Result ctx={ctx} list={list} reason={reasons.get(target.id)} />,
          },
        ]}
      />
      {shown.length < targets.length && <p>{t.shownOnly(number(shown.length))}</p>}
    </>
  );
}

function Result({ ctx, list, reason }: { ctx: Ctx; list: BulkList; reason: string | undefined }) {
  const t = texts(ctx.lang);
  if (reason === undefined) return <Tag tone="ok">{t.ok}</Tag>;
  return <>{reasonWords(ctx, list, reason)}</>;
}

/** The sentence of a reason: of every list, or of this one. */
export function reasonWords(ctx: Ctx, list: BulkList, reason: string): string {
  const common: Readonly<Record<string, string>> = texts(ctx.lang).reason;
  return common[reason] ?? list.reason(ctx, reason);
}
