import { addressOf, writeFilter } from '#platform/list/address.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { exportFormLink, freezeLink, saveViewLink, viewsLink } from '../../links.ts';
import { texts } from '../texts.ts';
import type { PlacedList } from './list-pages.tsx';

interface ListToolsProps {
  readonly list: PlacedList;
  readonly mayKeepViews: boolean;
  readonly mayExport: boolean;
  /** Whether the person may freeze lists as proof of something (`mayFreezeLists`). */
  readonly mayFreeze: boolean;
  /** Where the list stands on one page for printing. */
  readonly printPath?: string | undefined;
}

/** What one can do with the list as it is filtered: keep the view, put it into a file, print it. */
export function ListTools({ list, mayKeepViews, mayExport, mayFreeze, printPath }: ListToolsProps) {
  const t = texts(list.lang);
  const parts = writeFilter(list.shape, list.state);
  const query = addressOf('', parts).slice(1);
  return (
    <>
      {mayKeepViews && (
        <>
          <LinkButton size="small" kind="quiet" href={saveViewLink(list.path, query)}>
            {t.saveView}
          </LinkButton>
          <LinkButton size="small" kind="quiet" href={viewsLink(list.path)}>
            {t.manageViews}
          </LinkButton>
        </>
      )}
      {mayExport && (
        <LinkButton
          size="small"
          kind="quiet"
          icon="download"
          href={addressOf(exportFormLink(list.path), parts)}
        >
          {t.export}
        </LinkButton>
      )}
      {mayExport && mayFreeze && (
        <LinkButton size="small" kind="quiet" icon="checklist" href={freezeLink(list.path, query)}>
          {t.freeze}
        </LinkButton>
      )}
      {printPath && (
        <LinkButton size="small" kind="quiet" icon="print" href={addressOf(printPath, parts)}>
          {t.print}
        </LinkButton>
      )}
    </>
  );
}
