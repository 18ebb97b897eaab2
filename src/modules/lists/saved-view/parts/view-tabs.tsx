import type { Ctx } from '#platform/session/ctx.ts';
import type { Tab } from '#ui/tabs/tabs.tsx';
import { openLink } from '../pages/view-form.tsx';
import * as policy from '../policy.ts';
import { listViews } from '../queries.server.ts';
import { mostPinned, type SavedView } from '../saved-view.ts';

/** What a list's page needs of the views that this person keeps of it. */
export interface KeptViews {
  /** Those that are pinned, as tabs behind the list's own; `open` is the one in the address. */
  tabs(open: string | undefined): Tab[];
  /** Where a list opens whose address says nothing; undefined where the person has no usual view. */
  readonly usual: string | undefined;
  readonly mayKeep: boolean;
}

/** The views that this person may open of the list at this path. */
export async function keptViews(ctx: Ctx, path: string): Promise<KeptViews> {
  const views = await listViews(ctx, path);
  const pinned = views.filter((view) => view.isPinned).slice(0, mostPinned);
  const usual = views.find((view) => view.isUsual);
  return {
    tabs: (open) => pinned.map((view) => tabOf(view, open)),
    usual: usual && openLink(usual),
    mayKeep: policy.keep(ctx.actor).allowed,
  };
}

function tabOf(view: SavedView, open: string | undefined): Tab {
  return { label: view.name, href: openLink(view), isCurrent: view.id === open };
}
