import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { calendarLink } from '../../links.ts';
import { targetWords } from '../../target/parts/target-words.tsx';
import type { TargetRow } from '../../target/queries.server.ts';
import { texts as targetTexts } from '../../target/texts.ts';
import type { Plan, PlanCitation, ReportRegime } from '../plan.ts';
import { type Texts, texts } from '../texts.ts';
import { submitWords, windowWords } from './regime-words.tsx';

/** The promises of the plan, each in words. */
export function PlanTargets({ ctx, targets }: { ctx: Ctx; targets: readonly TargetRow[] }) {
  const t = texts(ctx.lang);
  return (
    <Panel
      id="targets"
      title={t.targets}
      count={formatNumber(ctx.lang, targets.length)}
      isFlush={targets.length > 0}
    >
      {targets.length === 0 ? (
        <p>{t.noneOf}</p>
      ) : (
        <Table<TargetRow>
          caption={t.targets}
          frame="none"
          rows={targets}
          rowKey={(row) => row.id}
          columns={[
            { key: 'text', label: t.target, priority: 'lead', render: (row) => row.text },
            {
              key: 'value',
              label: t.value,
              size: 'medium',
              render: (row) => targetWords(ctx.lang, targetTexts(ctx.lang), row),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** The reports that the plan orders, with the window of their figures and when they are handed in. */
export function PlanReports(props: { t: Texts; plan: Plan; regimes: readonly ReportRegime[] }) {
  const { t, plan, regimes } = props;
  return (
    <Panel
      id="reports"
      title={t.reports}
      count={regimes.length}
      isFlush={regimes.length > 0}
      actions={<a href={calendarLink({ 'ke-hoach': plan.id })}>{t.onCalendar}</a>}
    >
      {regimes.length === 0 ? (
        <p>{t.noneOf}</p>
      ) : (
        <Table<ReportRegime>
          caption={t.reports}
          frame="none"
          rows={regimes}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'report',
              label: t.report,
              priority: 'lead',
              render: (row) => (
                <>
                  {t.period[row.period]}
                  {row.addressee && <small>{t.sentTo(row.addressee)}</small>}
                </>
              ),
            },
            { key: 'window', label: t.window, size: 'long', render: (row) => windowWords(t, row) },
            { key: 'submit', label: t.submit, size: 'long', render: (row) => submitWords(t, row) },
          ]}
        />
      )}
    </Panel>
  );
}

/** The documents that the plan rests on or names. */
export function PlanCitations({ t, citations }: { t: Texts; citations: readonly PlanCitation[] }) {
  return (
    <Panel id="citations" title={t.citations} count={citations.length} isFlush={citations.length > 0}>
      {citations.length === 0 ? (
        <p>{t.noneOf}</p>
      ) : (
        <Table<PlanCitation>
          caption={t.citations}
          frame="none"
          rows={citations}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'document',
              label: t.document,
              priority: 'lead',
              render: (row) => [row.type, row.number].filter(Boolean).join(' '),
            },
            {
              key: 'date',
              label: t.issuedOn,
              size: 'short',
              render: (row) => (row.issuedOn ? formatDate(row.issuedOn) : '–'),
            },
            { key: 'issuer', label: t.issuer, size: 'long', render: (row) => row.issuer ?? '–' },
            {
              key: 'role',
              label: t.role,
              size: 'medium',
              render: (row) => (
                <>
                  {t[row.role]}
                  {row.place && <small> {t.inSection(row.place)}</small>}
                </>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
