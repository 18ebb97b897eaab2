import type { PlacedList } from '#modules/lists/index.server.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { exportFormLink } from '#modules/lists/links.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Switcher } from '#ui/switcher/switcher.tsx';
import { taskGroupsLink } from '../../links.ts';
import { groupings, tableOf, taskLooks } from '../task-look.ts';
import { texts } from '../texts.ts';

/** Looks that can be summed up by groups: the table, and the bars along time. */
const grouped: readonly (string | undefined)[] = [undefined, 'tien-do'];

/** How the tasks of the filter are looked at, and by what they are summed up; every choice is an address. */
export function LookSwitcher({ list }: { list: PlacedList }) {
  const t = texts(list.lang);
  const { look, grouping } = list.state;
  const to = (filter: ListFilter) => addressOf(list.path, writeFilter(list.shape, filter));
  const plain = tableOf(list.state);
  const keptGrouping = grouping === undefined ? {} : { grouping };
  const keptLook = look === undefined ? {} : { look };
  return (
    <Switcher
      groups={[
        {
          label: t.look.label,
          choices: [undefined, ...taskLooks].map((one) => ({
            label: t.look[one ?? 'table'],
            href: to({
              ...plain,
              ...(one === undefined ? {} : { look: one }),
              ...(grouped.includes(one) ? keptGrouping : {}),
            }),
            isCurrent: one === look,
          })),
        },
        ...(grouped.includes(look)
          ? [
              {
                label: t.grouping.label,
                choices: [undefined, ...groupings].map((one) => ({
                  label: t.grouping[one ?? 'none'],
                  href: to({ ...plain, ...keptLook, ...(one === undefined ? {} : { grouping: one }) }),
                  isCurrent: one === grouping,
                })),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The file of the sums, where tasks are summed up. */
export function GroupsTool({ list, mayExport }: { list: PlacedList; mayExport: boolean }) {
  if (!mayExport || list.state.grouping === undefined) return null;
  return (
    <LinkButton
      size="small"
      kind="quiet"
      icon="download"
      href={addressOf(exportFormLink(taskGroupsLink), writeFilter(list.shape, list.state))}
    >
      {texts(list.lang).groups.export}
    </LinkButton>
  );
}
