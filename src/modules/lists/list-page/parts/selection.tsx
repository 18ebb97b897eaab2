import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n/lang.ts';
import { writeFilter } from '#platform/list/address.ts';
import type { ListCount } from '#platform/list/count.server.ts';
import { BulkBar, RowCheck, SelectionForm } from '#ui/bulk-bar/bulk-bar.tsx';
import { Button } from '#ui/button/button.tsx';
import type { Column } from '#ui/table/table.tsx';
import { allWord, chosenWord, deedWord, tickedWord } from '../selected.ts';
import { texts } from '../texts.ts';
import { countWords, pageAddress, type PlacedList } from './list-pages.tsx';

/** A deed on several rows: what stands in the address, and what its button says. */
export interface BulkDeed {
  readonly name: string;
  readonly label: string;
}

/** The column of boxes; `nameOf` says the row's name to those who do not see where the box stands. */
export function checkColumn<Row extends { readonly id: string }>(
  lang: Lang,
  nameOf: (row: Row) => string,
  areTicked: boolean,
): Column<Row> {
  const t = texts(lang);
  return {
    key: 'check',
    label: t.selectColumn,
    isLabelHidden: true,
    size: 'check',
    render: (row) => (
      <RowCheck name={chosenWord} value={row.id} label={t.select(nameOf(row))} checked={areTicked} />
    ),
  };
}

interface SelectionProps {
  readonly list: PlacedList;
  /** Where the selection is sent. */
  readonly action: string;
  readonly deeds: readonly BulkDeed[];
  /** What is done with all ticked rows as one, on the page of this address. */
  readonly together?: { readonly path: string; readonly label: string } | undefined;
  readonly count: ListCount;
  readonly children: ComponentChildren;
}

/** A table whose rows can be ticked, and what can be done with those that are. Without a deed, just the table. */
export function Selection({ list, action, deeds, together, count, children }: SelectionProps) {
  const t = texts(list.lang);
  if (deeds.length === 0 && !together) return <>{children}</>;
  const here = pageAddress(list, list.state.cursor);
  return (
    <SelectionForm action={action} keep={writeFilter(list.shape, list.state)}>
      {children}
      <BulkBar
        label={t.bulkBar}
        title={t.selected}
        all={{ name: allWord, label: t.allOfFilter(countWords(list.lang, count)) }}
        links={[
          { label: t.selectPage, href: `${here}${here.includes('?') ? '&' : '?'}${tickedWord}=1` },
          { label: t.unselect, href: here },
        ]}
      >
        {deeds.map((deed) => (
          <Button key={deed.name} size="small" name={deedWord} value={deed.name}>
            {deed.label}
          </Button>
        ))}
        {together && (
          <Button size="small" icon="print" formAction={together.path}>
            {together.label}
          </Button>
        )}
      </BulkBar>
    </SelectionForm>
  );
}
