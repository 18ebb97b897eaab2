import { apiDocsLink, apiTokensLink } from '#modules/directory/links.ts';
import { type Operation, scopesOf } from '#platform/api/operation.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import { get, type ReadRoute } from '#platform/http/route.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { apiRoot } from './show-reply.ts';
import { texts } from './texts.ts';

/** The page on which people read what programs can do here. */
export function apiPageRoute(operations: readonly Operation[]): ReadRoute {
  return get(apiDocsLink, async (ctx) => apiPage(ctx, operations));
}

function apiPage(ctx: Ctx, operations: readonly Operation[]): PageReply {
  const t = texts(ctx.lang).page;
  return page({
    title: t.title,
    current: apiDocsLink,
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            <>
              <LinkButton href={`${apiRoot}/openapi.json`}>{t.document}</LinkButton>
              <LinkButton href={apiTokensLink}>{t.ownTokens}</LinkButton>
            </>
          }
        />
        <Stack>
          <Panel id="begin" title={t.begin}>
            <ol>
              {t.beginSteps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Panel>
          <Table<Operation>
            caption={t.operations}
            isCaptionShown
            rows={operations}
            rowKey={(one) => one.id}
            columns={[
              {
                key: 'what',
                label: t.column.what,
                priority: 'lead',
                render: (one) => (
                  <>
                    {one.summary(ctx.lang)}
                    <small translate={false}>{one.id}</small>
                  </>
                ),
              },
              {
                key: 'call',
                label: t.column.call,
                size: 'long',
                render: (one) => (
                  <code translate={false}>
                    {one.verb.toUpperCase()} {one.path.replaceAll(/:(\w+)/g, '{$1}')}
                  </code>
                ),
              },
              {
                key: 'scope',
                label: t.column.scope,
                size: 'long',
                render: (one) => (
                  <span translate={false}>
                    {scopesOf(one)
                      .map((set) => set.join(' + '))
                      .join(' | ')}
                  </span>
                ),
              },
            ]}
          />
        </Stack>
      </>
    ),
  });
}
