import { listOfficers, listUnits, noteOfficersSeen } from '#modules/directory/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { SelectField } from '#ui/field/choice-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { objectivesLink } from '../../links.ts';
import { listPlans } from '../../plan/queries.server.ts';
import type { Plan } from '../../plan/plan.ts';
import type { TreeFilter } from '../linked-tasks.server.ts';
import { texts } from '../texts.ts';

/** What can be chosen in the filter of the tree. */
export interface FilterChoices {
  readonly plans: readonly Plan[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly officers: readonly { readonly id: string; readonly fullName: string; readonly unitName: string }[];
}

/** The plans, units and officers among whom the tree can be narrowed; that names were shown is noted. */
export async function filterChoices(ctx: Ctx): Promise<FilterChoices> {
  const plans = await listPlans(ctx);
  const units = await listUnits(ctx);
  const officers = await listOfficers(ctx);
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  return { plans, units, officers };
}

/** Narrows the tree to a plan, a unit and a leader; a GET form, so that it has an address. */
export function TreeFilterBar({
  ctx,
  filter,
  choices,
}: {
  ctx: Ctx;
  filter: TreeFilter;
  choices: FilterChoices;
}) {
  const t = texts(ctx.lang).filter;
  return (
    <FilterBar action={objectivesLink()} submitLabel={t.show}>
      <SelectField
        name="ke-hoach"
        label={t.plan}
        value={filter.planId ?? ''}
        emptyLabel={t.allPlans}
        options={choices.plans.map((plan) => ({ value: plan.id, label: plan.title }))}
      />
      <SelectField
        name="don-vi"
        label={t.unit}
        value={filter.unitId ?? ''}
        emptyLabel={t.allUnits}
        options={choices.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <SelectField
        name="lanh-dao"
        label={t.leader}
        value={filter.leaderId ?? ''}
        emptyLabel={t.allLeaders}
        options={choices.officers.map((one) => ({
          value: one.id,
          label: `${one.fullName} · ${one.unitName}`,
        }))}
      />
    </FilterBar>
  );
}

/** The conditions that hold, in words, for paper. */
export function filterWords(ctx: Ctx, filter: TreeFilter, choices: FilterChoices): string[] {
  const t = texts(ctx.lang).filter;
  const plan = choices.plans.find((one) => one.id === filter.planId);
  const unit = choices.units.find((one) => one.id === filter.unitId);
  const officer = choices.officers.find((one) => one.id === filter.leaderId);
  return [
    plan ? `${t.plan}: ${plan.title}` : t.allPlans,
    unit && `${t.unit}: ${unit.name}`,
    officer && `${t.leader}: ${officer.fullName}`,
  ].filter((words): words is string => Boolean(words));
}
