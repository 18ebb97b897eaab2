import { listUnits } from '#modules/directory/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Facts, RailPart } from '#ui/facts/facts.tsx';
import { RecordLayout, Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { tasksLink, templateLink, templatesLink } from '../../links.ts';
import * as fromAbovePolicy from '../../task-from-above/policy.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { discardTemplate, restoreTemplate } from '../commands.server.ts';
import * as policy from '../policy.ts';
import { getTemplate, type TemplateRecord } from '../queries.server.ts';
import type { TemplateStep } from '../task-template.ts';
import { texts } from '../texts.ts';

/** One template: its parts with their days, what it says of the whole, and what can be done with it. */
export async function templatePage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const template = await getTemplate(ctx, req.params.id ?? '');
  const units = new Map((await listUnits(ctx)).map((unit) => [unit.id as string, unit.name]));
  const unitName = (id: string | null) => (id === null ? t.notGiven : (units.get(id) ?? t.endedUnit));
  const mayMake = policy.may(ctx.actor, 'use').allowed && fromAbovePolicy.may(ctx.actor, 'enter').allowed;
  return page({
    title: template.title,
    records: [{ kind: 'task-template', id: template.id }],
    current: tasksLink(),
    crumbs: [
      { label: taskTexts(ctx.lang).list, href: tasksLink() },
      { label: t.list, href: templatesLink },
      { label: template.title },
    ],
    body: (
      <>
        <PageHead
          title={template.title}
          line={<span>{t.versionOf(formatNumber(ctx.lang, template.version))}</span>}
          actions={
            <>
              {mayMake && (
                <LinkButton kind="primary" href={templateLink(template.id, 'dung')}>
                  {t.use}
                </LinkButton>
              )}
              {policy.may(ctx.actor, 'edit').allowed && (
                <LinkButton href={templateLink(template.id, 'sua')} shortcut="E">
                  {t.edit}
                </LinkButton>
              )}
              {policy.may(ctx.actor, 'discard').allowed && (
                <form method="post" action={templateLink(template.id, 'bo')}>
                  <Button icon="trash">{t.discard}</Button>
                </form>
              )}
            </>
          }
        />
        <RecordLayout railLabel={t.facts} rail={<Rail ctx={ctx} template={template} unitName={unitName} />}>
          <Stack>
            <Panel
              id="steps"
              title={t.steps}
              count={template.steps.length}
              isFlush={template.steps.length > 0}
            >
              {template.steps.length === 0 ? (
                t.noSteps
              ) : (
                <Steps ctx={ctx} steps={template.steps} unitName={unitName} />
              )}
            </Panel>
          </Stack>
        </RecordLayout>
      </>
    ),
  });
}

/** Puts the template into the trash, and offers to take that back. */
export async function discardTemplateAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  await discardTemplate(ctx, id);
  const undo = templateLink(id, 'khoi-phuc');
  return seeOther(templatesLink, { tone: 'ok', text: texts(ctx.lang).discarded, undo });
}

/** Brings the template back, and goes to it. */
export async function restoreTemplateAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  await restoreTemplate(ctx, id);
  return seeOther(templateLink(id), { tone: 'ok', text: texts(ctx.lang).restored });
}

function Steps(props: { ctx: Ctx; steps: readonly TemplateStep[]; unitName: (id: string | null) => string }) {
  const { lang } = props.ctx;
  const t = texts(lang);
  const shown = (count: number) => formatNumber(lang, count);
  return (
    <Table<TemplateStep & { number: number }>
      caption={t.stepCaption}
      frame="none"
      rows={props.steps.map((step, index) => ({ ...step, number: index + 1 }))}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'title',
          label: t.fields.title,
          priority: 'lead',
          render: (row) => (
            <>
              {`${shown(row.number)}. ${row.title}`}
              <small>
                {[row.product, row.evidence, row.leadUnitId && props.unitName(row.leadUnitId)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </>
          ),
        },
        {
          key: 'days',
          label: t.column.days,
          size: 'short',
          align: 'end',
          render: (row) => (row.dueWorkingDays === null ? t.noDays : shown(row.dueWorkingDays)),
        },
        {
          key: 'after',
          label: t.fields.after,
          size: 'short',
          render: (row) => (row.after.length > 0 ? row.after.map(shown).join(', ') : '–'),
        },
      ]}
    />
  );
}

function Rail(props: { ctx: Ctx; template: TemplateRecord; unitName: (id: string | null) => string }) {
  const { ctx, template, unitName } = props;
  const t = texts(ctx.lang);
  const days = template.dueWorkingDays;
  const facts = [
    { label: t.fields.product, value: template.product ?? t.notGiven },
    template.activity ? { label: t.fields.activity, value: template.activity } : null,
    template.evidence ? { label: t.fields.evidence, value: template.evidence } : null,
    { label: t.column.days, value: days === null ? t.noDays : t.workingDays(formatNumber(ctx.lang, days)) },
    {
      label: t.fields.unit,
      value:
        template.leadUnitName && template.isLeadEnded
          ? t.ended(template.leadUnitName)
          : (template.leadUnitName ?? t.notGiven),
    },
    {
      label: t.fields.coordinating,
      value: template.coordinatingUnitIds.map(unitName).join('; ') || t.notGiven,
    },
    template.note ? { label: t.fields.note, value: template.note } : null,
    template.source ? { label: t.column.source, value: template.source } : null,
    {
      label: t.column.changed,
      value: t.changedBy(template.changedBy, formatInstant(ctx.lang, template.changedAt)),
    },
  ];
  return (
    <RailPart id="facts" title={t.facts}>
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </RailPart>
  );
}
