import type { Unit } from '#modules/directory/index.server.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { ActiveFilters } from '#ui/active-filters/active-filters.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { tasksLink } from '../../links.ts';
import { axes } from '../../plan/axis.ts';
import type { TaskFilter } from '../input.ts';
import { dueWindows, taskStates } from '../task.ts';
import { texts } from '../texts.ts';

/** Search and filters of the task list: a plain GET form, so the address is the filter. */
export function TaskFilterBar({
  lang,
  filter,
  units,
}: {
  lang: Lang;
  filter: TaskFilter;
  units: readonly Unit[];
}) {
  const t = texts(lang);
  const any = { value: '', label: t.filter.any };
  const kept = {
    ...(filter['ke-hoach'] ? { 'ke-hoach': filter['ke-hoach'] } : {}),
    ...(filter['sau-ro'] ? { 'sau-ro': filter['sau-ro'] } : {}),
    ...(filter.xep === 'ma' ? {} : { xep: filter.xep }),
  };
  return (
    <>
      <FilterBar action={tasksLink()} submitLabel={t.filter.submit} keep={kept}>
        <TextField name="tim" label={t.filter.search} placeholder={t.filter.searchHint} value={filter.tim} />
        <SelectField
          name="don-vi"
          label={t.filter.unit}
          value={filter['don-vi'] ?? ''}
          options={[any, ...units.map((unit) => ({ value: unit.id, label: unit.name }))]}
        />
        <SelectField
          name="truc"
          label={t.filter.axis}
          value={filter.truc ?? ''}
          options={[any, ...axes.map((axis) => ({ value: axis, label: t.axis[axis] }))]}
        />
        <SelectField
          name="trang-thai"
          label={t.filter.state}
          value={filter['trang-thai'] ?? ''}
          options={[any, ...taskStates.map((state) => ({ value: state, label: t.state[state] }))]}
        />
        <SelectField
          name="han"
          label={t.filter.due}
          value={filter.han ?? ''}
          options={[any, ...dueWindows.map((window) => ({ value: window, label: t.window[window] }))]}
        />
      </FilterBar>
      <Chips lang={lang} filter={filter} units={units} />
    </>
  );
}

function Chips({ lang, filter, units }: { lang: Lang; filter: TaskFilter; units: readonly Unit[] }) {
  const t = texts(lang);
  const labels: Record<string, string | undefined> = {
    tim: filter.tim && `“${filter.tim}”`,
    'ke-hoach': filter['ke-hoach'] && t.filter.plan,
    'don-vi': filter['don-vi'] && (units.find((unit) => unit.id === filter['don-vi'])?.name ?? t.filter.unit),
    truc: filter.truc && t.axis[filter.truc],
    'trang-thai': filter['trang-thai'] && t.state[filter['trang-thai']],
    han: filter.han && t.window[filter.han],
    'sau-ro': filter['sau-ro'] && (filter['sau-ro'] === 'thieu' ? t.views.unclear : t.views.unassigned),
  };
  const { trang: _page, xep: _sort, ...query } = filter;
  const filters = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, href: tasksLink({ ...query, [name]: undefined }) }] : [],
  );
  if (filters.length === 0) return null;
  return (
    <ActiveFilters
      label={t.filter.active}
      removeLabel={t.filter.remove}
      filters={filters}
      clear={{ label: t.filter.clear, href: tasksLink() }}
    />
  );
}
