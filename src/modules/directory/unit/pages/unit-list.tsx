import {
  type ManyDeeds,
  manyOf,
  type PlacedList,
  type PlainList,
  plainListPage,
  rowForm,
  sorting,
} from '#modules/lists/index.server.ts';
import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { isOpen } from '#platform/list/filter.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import type { Column } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import * as leadershipPolicy from '../../leadership/policy.ts';
import { texts as leadershipTexts } from '../../leadership/texts.ts';
import { leadershipLink, newUnitLink, unitLink, unitsLink } from '../../links.ts';
import { reorderUnit } from '../commands.server.ts';
import { reorderForm } from '../input.ts';
import * as policy from '../policy.ts';
import { unitRows } from '../listed.server.ts';
import { texts } from '../texts.ts';
import type { KeptUnit } from '../unit.ts';
import { unitListShape, type UnitState as UnitStateName, unitStates } from '../unit-list.ts';
import { reasonWords, unitDeeds } from './change-many.tsx';

const many: ManyDeeds = { act: 'directory.unit.change-many', deeds: unitDeeds, reason: reasonWords };

/** All units of the tenant in their order, ended ones last. */
export const unitList: PlainList<KeptUnit> = {
  path: unitsLink,
  shape: unitListShape,
  rows: unitRows,
  mayRead: policy.edit,
  title: (ctx) => texts(ctx.lang).title,
  caption: (ctx) => texts(ctx.lang).caption,
  words: (ctx) => {
    const t = texts(ctx.lang);
    return Promise.resolve({
      'trang-thai': {
        label: t.column.state,
        options: unitStates.map((value) => ({ value, label: t.states[value] })),
      },
      ten: { label: t.name },
      'so-can-bo': { label: t.officerCount },
      'ngay-ket-thuc': { label: t.endOn },
    });
  },
  quick: ['trang-thai'],
  table: (ctx, list) => Promise.resolve(columns(ctx, list)),
  rowName: (_ctx, row) => row.name,
  none: (ctx) => <EmptyState title={texts(ctx.lang).none.title}>{texts(ctx.lang).none.text}</EmptyState>,
  file: {
    act: 'directory.unit.export',
    fileName: 'don-vi',
    columns: (ctx) => {
      const t = texts(ctx.lang);
      return [
        fileColumn('ten', t.name, (row) => row.name),
        fileColumn('so-can-bo', t.officerCount, (row) => row.officerCount),
        fileColumn('trang-thai', t.column.state, (row) => t.states[unitState(row)]),
        fileColumn('ngay-ket-thuc', t.endOn, (row) => row.endedOn && { day: row.endedOn }),
      ];
    },
  },
  many,
  hasRowDeeds: true,
  trash: 'unit',
};

/** What can be done with many units at once. */
export const manyUnits = manyOf(unitList, many);

/** The units of the filter in the address. */
export function unitListPage(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  return plainListPage(ctx, req, unitList, {
    lead: t.lead,
    actions: () => (
      <>
        {leadershipPolicy.set(ctx.actor).allowed && (
          <LinkButton href={leadershipLink}>{leadershipTexts(ctx.lang).title}</LinkButton>
        )}
        <LinkButton kind="primary" href={newUnitLink} icon="plus" shortcut="N">
          {t.add}
        </LinkButton>
      </>
    ),
  });
}

function columns(ctx: Ctx, list: PlacedList): Column<KeptUnit>[] {
  const t = texts(ctx.lang);
  // Up and down mean something only where all units stand in their own order.
  const isInOrder = isOpen(list.state) && list.state.sort.by === 'thu-tu' && !list.state.sort.isDown;
  const order: Column<KeptUnit> = {
    key: 'order',
    isForScreen: true,
    label: t.column.order,
    size: 'long',
    render: (unit) => unit.endedOn === null && <Order lang={ctx.lang} unit={unit} />,
  };
  return [
    {
      key: 'name',
      label: t.column.name,
      priority: 'lead',
      render: (unit) => <a href={unitLink(unit.id)}>{unit.name}</a>,
      ...sorting(list, 'ten'),
    },
    {
      key: 'officers',
      label: t.column.officers,
      size: 'short',
      align: 'end',
      render: (unit) => formatNumber(ctx.lang, unit.officerCount),
      ...sorting(list, 'so-can-bo'),
    },
    {
      key: 'state',
      label: t.column.state,
      size: 'long',
      render: (unit) => <UnitState lang={ctx.lang} unit={unit} />,
    },
    ...(isInOrder && policy.reorder(ctx.actor).allowed ? [order] : []),
  ];
}

/** Puts a unit one place up or down. */
export async function reorderUnitAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.reorder(ctx.actor));
  const t = texts(ctx.lang);
  const { direction } = reorderForm.parse(req.form.all());
  const outcome = await reorderUnit(ctx, req.params.id ?? '', direction);
  return seeOther(
    unitsLink,
    outcome.ok ? { tone: 'ok', text: t.reordered } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function UnitState({ lang, unit }: { lang: Lang; unit: KeptUnit }) {
  const t = texts(lang).state;
  if (unit.endedOn !== null) return <Tag tone="paused">{t.ended(formatDate(unit.endedOn))}</Tag>;
  return unit.isCollective ? <Tag tone="neutral">{t.collective}</Tag> : <Tag tone="ok">{t.standing}</Tag>;
}

function Order({ lang, unit }: { lang: Lang; unit: KeptUnit }) {
  const t = texts(lang);
  const place = { size: 'small', kind: 'quiet', form: rowForm, name: 'direction' } as const;
  const formAction = unitLink(unit.id, 'thu-tu');
  return (
    <ButtonRow>
      <Button {...place} formAction={formAction} value="up" label={t.upOf(unit.name)}>
        {t.up}
      </Button>
      <Button {...place} formAction={formAction} value="down" label={t.downOf(unit.name)}>
        {t.down}
      </Button>
    </ButtonRow>
  );
}

function unitState(unit: KeptUnit): UnitStateName {
  if (unit.endedOn !== null) return 'da-ket-thuc';
  return unit.isCollective ? 'ten-chung' : 'dang-dung';
}
