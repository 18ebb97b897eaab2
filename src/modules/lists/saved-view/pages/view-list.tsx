import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { viewLink, viewsLink } from '../../links.ts';
import { deleteView, restoreView } from '../commands.server.ts';
import { listPath } from '../input.ts';
import * as policy from '../policy.ts';
import { getView, listViews } from '../queries.server.ts';
import type { SavedView } from '../saved-view.ts';
import { texts } from '../texts.ts';
import { openLink } from './view-form.tsx';

/** The views of one list, or of all: one's own and those of the office. */
export async function viewListPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.keep(ctx.actor));
  const list = listPath.safeParse(req.query.get('danh-sach')).data;
  const t = texts(ctx.lang);
  const shown = await listViews(ctx, list);
  return page({
    title: t.title,
    current: list ?? viewsLink(),
    trash: 'saved-view',
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={list && <LinkButton href={list}>{t.back}</LinkButton>}
        />
        {shown.length === 0 ? (
          <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
        ) : (
          <Table<SavedView>
            caption={t.caption}
            rows={shown}
            rowKey={(view) => view.id}
            columns={[
              {
                key: 'name',
                label: t.column.name,
                priority: 'lead',
                render: (view) => <a href={openLink(view)}>{view.name}</a>,
              },
              {
                key: 'whose',
                label: t.column.whose,
                size: 'long',
                render: (view) => (view.isShared ? t.of(view.ownerName) : t.private),
              },
              {
                key: 'how',
                label: t.column.how,
                size: 'medium',
                render: (view) => <Uses ctx={ctx} view={view} />,
              },
              {
                key: 'deeds',
                label: t.column.deeds,
                isLabelHidden: true,
                size: 'long',
                render: (view) => <Deeds ctx={ctx} view={view} />,
              },
            ]}
          />
        )}
      </>
    ),
  });
}

/** Deletes a view; the page that follows offers to undo it, and the trash keeps it. */
export async function deleteViewAction(ctx: Ctx, req: Req): Promise<Reply> {
  const view = await getView(ctx, req.params.id ?? '');
  await deleteView(ctx, view.id);
  return seeOther(viewsLink(view.list), {
    tone: 'ok',
    text: texts(ctx.lang).deleted,
    undo: viewLink(view.id, 'khoi-phuc'),
  });
}

/** Gives a deleted view back. */
export async function restoreViewAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const view = await getView(ctx, req.params.id ?? '');
  const outcome = await restoreView(ctx, view.id);
  return seeOther(
    viewsLink(view.list),
    outcome.ok
      ? { tone: 'ok', text: t.restored }
      : { tone: 'late', text: t.inTrash.refusal[outcome.code] ?? outcome.code },
  );
}

function Uses({ ctx, view }: { ctx: Ctx; view: SavedView }) {
  const t = texts(ctx.lang);
  return (
    <>
      {view.isPinned && <Tag tone="info">{t.pinnedTag}</Tag>}
      {view.isUsual && <Tag tone="ok">{t.usualTag}</Tag>}
    </>
  );
}

function Deeds({ ctx, view }: { ctx: Ctx; view: SavedView }) {
  const t = texts(ctx.lang);
  return (
    <ButtonRow>
      <LinkButton size="small" href={viewLink(view.id)} label={`${t.edit} ${view.name}`}>
        {t.edit}
      </LinkButton>
      {policy.remove(ctx.actor, view).allowed && (
        <form method="post" action={viewLink(view.id, 'xoa')}>
          <Button size="small" label={`${t.delete} ${view.name}`}>
            {t.delete}
          </Button>
        </form>
      )}
    </ButtonRow>
  );
}
