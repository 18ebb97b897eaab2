import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { newUnitLink, unitLink, unitsLink } from '../../links.ts';
import { reorderUnit } from '../commands.server.ts';
import { reorderForm } from '../input.ts';
import * as policy from '../policy.ts';
import { listKeptUnits } from '../queries.server.ts';
import { texts } from '../texts.ts';
import type { KeptUnit } from '../unit.ts';

/** All units of the tenant in their order, ended ones last. */
export async function unitListPage(ctx: Ctx): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const units = await listKeptUnits(ctx);
  const standing = units.filter((unit) => unit.endedOn === null);
  return page({
    title: t.title,
    current: unitsLink,
    trash: 'unit',
    body: (
      <>
        <PageHead
          title={t.title}
          count={formatNumber(ctx.lang, standing.length)}
          lead={t.lead}
          actions={
            <LinkButton kind="primary" href={newUnitLink} icon="plus" shortcut="N">
              {t.add}
            </LinkButton>
          }
        />
        <Table<KeptUnit>
          caption={t.caption}
          rows={units}
          rowKey={(unit) => unit.id}
          columns={[
            {
              key: 'name',
              label: t.column.name,
              priority: 'lead',
              render: (unit) => <a href={unitLink(unit.id)}>{unit.name}</a>,
            },
            {
              key: 'officers',
              label: t.column.officers,
              size: 'short',
              align: 'end',
              render: (unit) => formatNumber(ctx.lang, unit.officerCount),
            },
            {
              key: 'state',
              label: t.column.state,
              size: 'long',
              render: (unit) => <UnitState lang={ctx.lang} unit={unit} />,
            },
            {
              key: 'order',
              label: t.column.order,
              size: 'medium',
              render: (unit) => unit.endedOn === null && <Order lang={ctx.lang} unit={unit} />,
            },
          ]}
        />
      </>
    ),
  });
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
  return (
    <form method="post" action={unitLink(unit.id, 'thu-tu')}>
      <ButtonRow>
        <Button size="small" kind="quiet" name="direction" value="up" label={t.upOf(unit.name)}>
          {t.up}
        </Button>
        <Button size="small" kind="quiet" name="direction" value="down" label={t.downOf(unit.name)}>
          {t.down}
        </Button>
      </ButtonRow>
    </form>
  );
}
