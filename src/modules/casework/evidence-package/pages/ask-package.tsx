import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { orderPackage } from '../commands.server.ts';
import { mostGigabytes, mostRecords } from '../evidence-package.ts';
import { askPackageLink, packageLink } from '../links.ts';
import type { PackageOwner } from '../package-owner.server.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** What a package of the filter would hold, and the button that has it made. */
export async function askPackagePage(ctx: Ctx, req: Req, packed: PackageOwner): Promise<PageReply> {
  must(policy.make(ctx.actor));
  const t = texts(ctx.lang);
  const query = packed.readQuery(req.query);
  const number = (count: number) => formatNumber(ctx.lang, count);
  const listHref = query === '' ? packed.owner.path : `${packed.owner.path}?${query}`;
  return page({
    title: t.ofFilter,
    current: packed.owner.path,
    crumbs: [{ label: packed.title(ctx), href: listHref }, { label: t.title }],
    body: (
      <>
        <PageHead title={t.ofFilter} lead={t.ask(number(await packed.count(ctx, query)))} />
        <Panel id="package" title={t.title}>
          <p>{t.limits(number(mostRecords), number(mostGigabytes))}</p>
          <form method="post" action={askPackageLink(packed.owner.path)}>
            <input type="hidden" name="query" value={query} />
            <ButtonRow>
              <Button kind="primary">{t.send}</Button>
              <LinkButton kind="quiet" href={listHref}>
                {t.back}
              </LinkButton>
            </ButtonRow>
          </form>
        </Panel>
      </>
    ),
  });
}

/** Asks for the evidence of all records of the filter. */
export async function packFilterAction(ctx: Ctx, req: Req, packed: PackageOwner): Promise<Reply> {
  const query = packed.readQuery(new URLSearchParams(req.form.text('query')));
  return ordered(ctx, packed, { title: packed.title(ctx), query, recordId: null });
}

/** Asks for the evidence of one record. */
export async function packRecordAction(ctx: Ctx, req: Req, packed: PackageOwner): Promise<Reply> {
  const record = await packed.find(ctx, req.params.id ?? '');
  const title = `${record.code}. ${record.title}`.slice(0, 300);
  return ordered(ctx, packed, { title, query: '', recordId: record.id });
}

async function ordered(
  ctx: Ctx,
  packed: PackageOwner,
  asked: Parameters<typeof orderPackage>[2],
): Promise<Reply> {
  const outcome = await orderPackage(ctx, packed, asked);
  return seeOther(outcome.ok ? packageLink(outcome.value) : packed.owner.path);
}
