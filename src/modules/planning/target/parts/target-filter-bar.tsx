import type { Lang } from '#platform/i18n/lang.ts';
import { ActiveFilters } from '#ui/active-filters/active-filters.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { targetsLink } from '../../links.ts';
import { axes } from '../../plan/axis.ts';
import type { Plan } from '../../plan/plan.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import type { TargetFilter } from '../input.ts';
import { texts } from '../texts.ts';

interface TargetFilterBarProps {
  readonly lang: Lang;
  readonly filter: TargetFilter;
  readonly plans: readonly Pick<Plan, 'id' | 'title'>[];
}

/** Search and filters of the target list: a plain GET form, so the address is the filter. */
export function TargetFilterBar({ lang, filter, plans }: TargetFilterBarProps) {
  const t = texts(lang).filter;
  const axisWords = taskTexts(lang).axis;
  const any = { value: '', label: t.any };
  return (
    <>
      <FilterBar
        action={targetsLink()}
        submitLabel={t.submit}
        keep={filter.xep === 'ke-hoach' ? {} : { xep: filter.xep }}
      >
        <TextField name="tim" label={t.search} placeholder={t.searchHint} value={filter.tim} />
        <SelectField
          name="ke-hoach"
          label={t.plan}
          value={filter['ke-hoach'] ?? ''}
          options={[any, ...plans.map((plan) => ({ value: plan.id, label: plan.title }))]}
        />
        <SelectField
          name="truc"
          label={t.axis}
          value={filter.truc ?? ''}
          options={[any, ...axes.map((axis) => ({ value: axis, label: axisWords[axis] }))]}
        />
      </FilterBar>
      <Chips lang={lang} filter={filter} plans={plans} />
    </>
  );
}

function Chips({ lang, filter, plans }: TargetFilterBarProps) {
  const t = texts(lang).filter;
  const labels: Record<string, string | undefined> = {
    tim: filter.tim && `“${filter.tim}”`,
    'ke-hoach': filter['ke-hoach'] && (plans.find((plan) => plan.id === filter['ke-hoach'])?.title ?? t.plan),
    truc: filter.truc && taskTexts(lang).axis[filter.truc],
  };
  const { trang: _page, xep: _sort, ...query } = filter;
  const filters = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, href: targetsLink({ ...query, [name]: undefined }) }] : [],
  );
  if (filters.length === 0) return null;
  return (
    <ActiveFilters
      label={t.active}
      removeLabel={t.remove}
      filters={filters}
      clear={{ label: t.clear, href: targetsLink() }}
    />
  );
}
