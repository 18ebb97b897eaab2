import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { newTemplateLink } from '../../links.ts';
import { builtInTemplates } from '../built-in.server.ts';
import type { BuiltInTemplate } from '../task-template.ts';
import { texts } from '../texts.ts';

/** The templates that come with the product, each with its source and the way to copy it. */
export function BuiltInTemplates({ ctx }: { ctx: Ctx }) {
  const t = texts(ctx.lang);
  return (
    <Panel
      id="built-in"
      title={t.builtIn.title}
      count={builtInTemplates.length}
      footer={t.builtIn.lead}
      isFlush
    >
      <Table<BuiltInTemplate>
        caption={t.builtIn.caption}
        frame="none"
        rows={builtInTemplates}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'title',
            label: t.column.title,
            priority: 'lead',
            render: (row) => (
              <>
                {row.title}
                <small>{row.source}</small>
              </>
            ),
          },
          {
            key: 'steps',
            label: t.column.steps,
            align: 'end',
            size: 'short',
            render: (row) => formatNumber(ctx.lang, row.steps.length),
          },
          {
            key: 'certainty',
            label: t.builtIn.certainty,
            size: 'medium',
            render: (row) => t.builtIn.certainties[row.certainty],
          },
          {
            key: 'deed',
            label: t.builtIn.deed,
            isLabelHidden: true,
            isForScreen: true,
            size: 'medium',
            render: (row) => (
              <LinkButton
                size="small"
                href={newTemplateLink({ mau: row.key })}
                label={t.builtIn.copyThis(row.title)}
              >
                {t.builtIn.copy}
              </LinkButton>
            ),
          },
        ]}
      />
    </Panel>
  );
}
