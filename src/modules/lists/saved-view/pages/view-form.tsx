import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { CheckboxField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { newViewLink, viewLink, viewsLink } from '../../links.ts';
import { editView, saveView } from '../commands.server.ts';
import { listPath, viewForm } from '../input.ts';
import * as policy from '../policy.ts';
import { getView } from '../queries.server.ts';
import { longestName, type SavedView } from '../saved-view.ts';
import { texts } from '../texts.ts';

interface Shown {
  readonly action: string;
  readonly list: string;
  readonly query: string;
  readonly name: string;
  readonly shared: boolean;
  readonly pinned: boolean;
  readonly usual: boolean;
  /** Somebody else's view: only how one has it oneself can be changed. */
  readonly isLocked: boolean;
}

/** The form that keeps the present filter of a list under a name. */
export async function newViewPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.keep(ctx.actor));
  const list = listPath.safeParse(req.query.get('danh-sach')).data ?? '/';
  const shown = { ...blank, action: newViewLink, list, query: req.query.get('loc') ?? '' };
  return Promise.resolve(form(ctx, shown, []));
}

const blank = { name: '', shared: false, pinned: true, usual: false, isLocked: false };

/** Keeps the view and shows the list through it. */
export async function saveViewAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.keep(ctx.actor));
  const t = texts(ctx.lang);
  const given = req.form.all();
  const shown = { ...shownOf(given), action: newViewLink, isLocked: false };
  const parsed = viewForm.safeParse(given);
  if (!parsed.success) {
    return form(ctx, shown, fieldProblems(parsed.error.issues, { name: t.fault.name }, t.fault.other));
  }
  const saved = await saveView(ctx, parsed.data);
  if (!saved.ok) return form(ctx, shown, [{ fieldId: 'name', text: t.refusal[saved.code] }]);
  return seeOther(openLink({ ...parsed.data, id: saved.value }), { tone: 'ok', text: t.saved });
}

/** A saved view: its name, whom it is for, and how the person has it. */
export async function viewPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const view = await getView(ctx, req.params.id ?? '');
  if (view.deletedAt !== null) throw new NotFound();
  must(policy.keep(ctx.actor));
  return { ...form(ctx, { ...shownView(ctx, view) }, []), records: [{ kind: 'saved-view', id: view.id }] };
}

/** Saves what was changed of a view. */
export async function editViewAction(ctx: Ctx, req: Req): Promise<Reply> {
  const view = await getView(ctx, req.params.id ?? '');
  must(policy.keep(ctx.actor));
  const t = texts(ctx.lang);
  const old = shownView(ctx, view);
  const kept = old.isLocked ? { name: view.name, shared: view.isShared ? '1' : '' } : {};
  const given = { ...req.form.all(), list: view.list, query: view.query, ...kept };
  const parsed = viewForm.safeParse(given);
  const shown = { ...old, ...shownOf(given) };
  if (!parsed.success) return form(ctx, shown, [{ fieldId: 'name', text: t.fault.name }]);
  const edited = await editView(ctx, view.id, parsed.data);
  if (!edited.ok) return form(ctx, shown, [{ fieldId: 'name', text: t.refusal[edited.code] }]);
  return seeOther(viewsLink(view.list), { tone: 'ok', text: t.saved });
}

/** The address that opens a list through a view. */
export function openLink(view: Pick<SavedView, 'id' | 'list' | 'query'>): string {
  return `${view.list}?${view.query === '' ? '' : `${view.query}&`}xem=${view.id}`;
}

function shownView(ctx: Ctx, view: SavedView): Shown {
  return {
    action: viewLink(view.id),
    list: view.list,
    query: view.query,
    name: view.name,
    shared: view.isShared,
    pinned: view.isPinned,
    usual: view.isUsual,
    isLocked: !policy.change(ctx.actor, view).allowed,
  };
}

function shownOf(given: Readonly<Record<string, string>>) {
  return {
    list: given.list ?? '/',
    query: given.query ?? '',
    name: given.name ?? '',
    shared: given.shared === '1',
    pinned: given.pinned === '1',
    usual: given.usual === '1',
  };
}

function form(ctx: Ctx, shown: Shown, problems: readonly { fieldId: string; text: string }[]): PageReply {
  const t = texts(ctx.lang);
  const back = `${shown.list}${shown.query === '' ? '' : `?${shown.query}`}`;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.save,
    current: shown.list,
    crumbs: [{ label: t.title, href: viewsLink(shown.list) }, { label: t.save }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.save} lead={t.saveLead} />
        <Panel id="view" title={shown.name || t.save}>
          <form class="form" method="post" action={shown.action}>
            <input type="hidden" name="list" value={shown.list} />
            <input type="hidden" name="query" value={shown.query} />
            <TextField
              name="name"
              label={t.name}
              hint={t.nameHint}
              value={shown.name}
              maxLength={longestName}
              disabled={shown.isLocked}
              error={problems.find((problem) => problem.fieldId === 'name')?.text}
            />
            <CheckboxField name="pinned" label={t.pinned} checked={shown.pinned} />
            <CheckboxField name="usual" label={t.usual} hint={t.usualHint} checked={shown.usual} />
            {policy.share(ctx.actor).allowed && !shown.isLocked && (
              <CheckboxField name="shared" label={t.shared} hint={t.sharedHint} checked={shown.shared} />
            )}
            <ButtonRow>
              <Button kind="primary">{t.submit}</Button>
              <LinkButton kind="quiet" href={back}>
                {t.back}
              </LinkButton>
            </ButtonRow>
          </form>
        </Panel>
      </>
    ),
  });
}
