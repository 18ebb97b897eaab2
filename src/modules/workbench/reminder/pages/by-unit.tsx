import { remindersLink } from '#modules/casework/links.ts';
import { endOfMonth, type PlainDate, partsOf, plainDateOf } from '#platform/clock/plain-date.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { remindersByUnitLink } from '../../links.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { listUnitFigures, type UnitFigures } from '../unit-figures.server.ts';

interface Month {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly name: string;
}

/** How many reminders it takes, unit by unit, in one month; each figure opens its lines. */
export async function byUnitPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.open(ctx.actor));
  const t = texts(ctx.lang);
  const typed = (req.query.get('thang') ?? '').trim();
  const today = ctx.clock.today();
  const asked = monthOf(typed);
  const isWrong = typed !== '' && (!asked || asked.first > today);
  const month = asked && !isWrong ? asked : monthOf(today.slice(0, 7));
  if (!month) throw new RangeError(`${today} lies in no month`);
  const figures = await listUnitFigures(ctx, month);
  return page({
    title: t.units.title,
    current: remindersLink(),
    crumbs: [{ label: t.title, href: remindersLink() }, { label: t.units.title }],
    body: (
      <>
        <PageHead title={t.units.title} lead={t.units.lead(month.name)} />
        <FilterBar action={remindersByUnitLink()} submitLabel={t.units.show}>
          <TextField
            name="thang"
            label={t.units.month}
            value={isWrong ? typed.slice(0, 10) : month.name}
            width="short"
            error={isWrong ? t.units.wrongMonth : undefined}
          />
        </FilterBar>
        {figures.length === 0 ? (
          <EmptyState icon="chart" title={t.units.none.title}>
            {t.units.none.text}
          </EmptyState>
        ) : (
          <Table<UnitFigures>
            caption={t.units.caption}
            rows={figures}
            rowKey={(row) => row.unitId ?? ''}
            columns={columns(ctx, month)}
            narrow="tight"
          />
        )}
      </>
    ),
  });
}

/** Reads 2026-05, or 5/2026 as people write it. */
function monthOf(text: string): Month | undefined {
  const found = /^(20\d\d)-(\d{2})$/.exec(text) ?? /^(\d{1,2})\/(20\d\d)$/.exec(text);
  if (!found) return undefined;
  const [one, other] = [Number(found[1]), Number(found[2])];
  const first = one > 12 ? plainDateOf(one, other, 1) : plainDateOf(other, one, 1);
  if (!first) return undefined;
  const { year, month } = partsOf(first);
  return { first, last: endOfMonth(year, month), name: `${first.slice(5, 7)}/${year}` };
}

function columns(ctx: Ctx, month: Month): Column<UnitFigures>[] {
  const t = texts(ctx.lang).units;
  const say = (value: number) => formatNumber(ctx.lang, value);
  const unitOf = (row: UnitFigures) => row.unitName ?? t.noUnit;
  const linesOf = (row: UnitFigures, more: Readonly<Record<string, string>>) =>
    remindersLink({
      ...(row.unitId ? { 'don-vi': row.unitId } : { 'don-vi.de-trong': '1' }),
      'ngay.khoang': `${month.first}..${month.last}`,
      ...more,
    });
  const figure = (
    key: 'reminders' | 'escalations' | 'opened' | 'acted',
    more: Readonly<Record<string, string>> = {},
  ): Column<UnitFigures> => ({
    key,
    label: t[key],
    align: 'end',
    size: 'short',
    render: (row) => (
      <a href={linesOf(row, more)} aria-label={`${t.figure(t[key], unitOf(row))}: ${say(row[key])}`}>
        {say(row[key])}
      </a>
    ),
  });
  return [
    { key: 'unit', label: t.unit, priority: 'lead', render: unitOf },
    { key: 'matters', label: t.matters, align: 'end', size: 'short', render: (row) => say(row.matters) },
    figure('reminders'),
    {
      key: 'per-matter',
      label: t.perMatter,
      align: 'end',
      size: 'short',
      render: (row) => say(Math.round((row.reminders / row.matters) * 10) / 10),
    },
    figure('escalations', { 'bao-len': 'co' }),
    figure('opened', { 'da-mo': 'co' }),
    figure('acted', { 'da-lam': 'co' }),
  ];
}
