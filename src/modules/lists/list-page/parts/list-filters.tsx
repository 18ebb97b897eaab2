import { formatNumber } from '#platform/i18n/format.ts';
import { addressOf, type AddressPart, searchWord, viewWord, writeFilter } from '#platform/list/address.ts';
import { type ListState, plainValue } from '#platform/list/filter.ts';
import { addressWithout, newConditionWords } from '#platform/list/new-condition.ts';
import { ActiveFilters } from '#ui/active-filters/active-filters.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { Menu } from '#ui/menu/menu.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { ComponentChildren } from 'preact';
import { texts } from '../texts.ts';
import { clauseWords, type SpokenList } from './condition-words.tsx';
import { NewCondition } from './new-condition.tsx';

export interface ListFiltersProps {
  readonly list: SpokenList & { readonly path: string };
  readonly state: ListState;
  /** The fields that stand beside the search, each a choice or a record, compared by "is". */
  readonly quick: readonly string[];
  /** The field whose new condition is being put together, and what was given when that failed. */
  readonly adding?: URLSearchParams | undefined;
  /** What the address says besides the filter and is kept when the filter changes, such as the month that is looked at. */
  readonly keep?: readonly AddressPart[];
  /** What one can do with the filtered list. */
  readonly actions?: ComponentChildren;
}

/** Search, filters and the conditions that hold: GET forms and links, so that the address is the filter. */
export function ListFilters(props: ListFiltersProps) {
  const { list, state, quick, adding, actions, keep = [] } = props;
  const t = texts(list.lang);
  const isQuick = (clause: ListState['clauses'][number]) =>
    clause.length === 1 && clause[0]?.operator === 'is' && quick.includes(clause[0].field);
  const kept = { ...state, search: '', clauses: state.clauses.filter((clause) => !isQuick(clause)) };
  return (
    <>
      <Dropped list={list} state={state} />
      <FilterBar
        action={list.path}
        submitLabel={t.submit}
        keep={[...writeFilter(list.shape, kept), ...keep]}
        fold={{
          label: t.fold,
          count: state.clauses.length,
          countLabel: t.foldCount(formatNumber(list.lang, state.clauses.length)),
          search: (
            <TextField
              name={searchWord}
              label={t.search}
              placeholder={t.searchHint}
              value={state.search}
              maxLength={200}
            />
          ),
          below: <Conditions list={list} state={state} actions={actions} />,
        }}
      >
        {quick.map((name) => (
          <SelectField
            key={name}
            name={name}
            label={list.words[name]?.label ?? name}
            value={plainValue(state, name, 'is') ?? ''}
            emptyLabel={t.any}
            options={[...(list.words[name]?.options ?? [])]}
          />
        ))}
      </FilterBar>
      {adding && <NewCondition list={list} state={state} given={adding} />}
    </>
  );
}

/** The conditions that hold, each a link that drops it, and what can be done with the filtered list. */
function Conditions({ list, state, actions }: Pick<ListFiltersProps, 'list' | 'state' | 'actions'>) {
  const t = texts(list.lang);
  const current = writeFilter(list.shape, state);
  const toAdd = (field: string) =>
    addressOf(list.path, [...current, [newConditionWords.field, field] as const]);
  const search = {
    label: `“${state.search}”`,
    href: addressOf(list.path, writeFilter(list.shape, { ...state, search: '' })),
  };
  return (
    <ActiveFilters
      label={t.active}
      removeLabel={t.remove}
      filters={[
        ...(state.search === '' ? [] : [search]),
        ...state.clauses.map((clause, at) => ({
          label: clauseWords(list, clause),
          href: addressWithout(list.path, list.shape, state, at),
        })),
      ]}
      clear={{
        label: t.clear,
        href: addressOf(list.path, [
          [viewWord, 'tat-ca'],
          ...writeFilter(list.shape, { ...state, search: '', clauses: [] }),
        ]),
      }}
      actions={
        <>
          <Menu
            opener={t.add}
            align="start"
            items={Object.entries(list.words).map(([name, words]) => ({
              label: words.label,
              href: toAdd(name),
            }))}
          />
          {actions}
        </>
      }
    />
  );
}

/** What of the address counts for nothing, and why. */
function Dropped({ list, state }: Pick<ListFiltersProps, 'list' | 'state'>) {
  const t = texts(list.lang);
  if (state.dropped.length === 0) return null;
  return (
    <Notice tone="soon" title={t.droppedTitle}>
      {state.dropped.map(({ part, reason }) => (
        <p key={part}>{t.droppedLine(part, t.dropped[reason])}</p>
      ))}
    </Notice>
  );
}
