import { listOfficers, listUnits, type Officer } from '#modules/directory/index.server.ts';
import type { ListWords } from '#modules/lists/index.server.ts';
import { noteOpening } from '#platform/audit/opening.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { axes } from '../../plan/axis.ts';
import { listConclusions } from '../../conclusion/queries.server.ts';
import { listPlans } from '../../plan/queries.server.ts';
import * as planPolicy from '../../plan/policy.ts';
import { askedDues, clarities, listedNatures, listedSteps, proofStandings } from '../task-list.ts';
import { dueKinds, dueWindows, taskSources } from '../task.ts';
import { texts } from '../texts.ts';

const peopleFields = ['nguoi-lam', 'nguoi-duyet'];

/**
 * The fields of the task list with their names, and the units, people and plans that one can choose. People are looked
 * up, and their showing noted, only where a condition speaks of them.
 * @param adding the field of a condition that is being put together
 */
export async function taskListWords(
  ctx: Ctx,
  filter: Pick<ListFilter, 'clauses'>,
  adding?: string | null,
): Promise<ListWords> {
  const t = texts(ctx.lang);
  const used = [...filter.clauses.flat().map((condition) => condition.field), adding ?? ''];
  const officers = used.some((field) => peopleFields.includes(field)) ? await namedOfficers(ctx) : [];
  const units = await listUnits(ctx);
  const plans = planPolicy.read(ctx.actor).allowed ? await listPlans(ctx) : [];
  const concluded = used.includes('ket-luan') ? await listConclusions(ctx) : [];
  const fields = t.fields;
  const named = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
    names.map((value) => ({ value, label: words[value] }));
  const unitOptions = units.map((unit) => ({ value: unit.id, label: unit.name }));
  const people = officers.map((officer) => ({ value: officer.id, label: officer.fullName }));
  return {
    'don-vi': { label: fields.lead, options: unitOptions },
    truc: { label: fields.axis, options: named(axes, t.axis) },
    'trang-thai': { label: fields.state, options: named(listedSteps, { open: t.anyOpen, ...t.stage }) },
    han: { label: fields.due, options: named(dueWindows, t.window) },
    nguon: { label: fields.source, options: named(taskSources, t.source) },
    'so-van-ban': { label: fields.fromNumber },
    'ket-luan': {
      label: fields.conclusion,
      options: concluded.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    },
    'ngay-han': { label: fields.dueOn },
    'han-dau': { label: fields.firstDueOn },
    'xin-han': { label: fields.dueAsked, options: named(askedDues, { 'cho-duyet': t.views.dueAsked }) },
    'doi-han': { label: fields.dueMoved },
    'loai-han': { label: fields.dueKind, options: named(dueKinds, t.dueKind) },
    'nguoi-lam': { label: fields.assignee, options: people },
    'nguoi-duyet': { label: fields.approver, options: people },
    'phoi-hop': { label: fields.coordinating, options: unitOptions },
    'sau-ro': {
      label: fields.sixClear,
      options: named(clarities, t.clarity),
    },
    'minh-chung': { label: fields.evidence, options: named(proofStandings, t.proofStanding) },
    'dinh-ky': { label: fields.recurring },
    loai: { label: fields.nature, options: named(listedNatures, t.nature) },
    'theo-doi': { label: fields.followed },
    ma: { label: fields.code },
    ten: { label: fields.title },
    'san-pham': { label: fields.product },
    'ghi-chu': { label: fields.note },
    'ngay-xong': { label: fields.closedOn },
    'ke-hoach': { label: fields.plan, options: plans.map((plan) => ({ value: plan.id, label: plan.title })) },
  };
}

async function namedOfficers(ctx: Ctx): Promise<Officer[]> {
  const officers = await listOfficers(ctx);
  noteOpening(ctx, {
    act: 'directory.officer.see',
    recordKind: 'tenant',
    recordId: ctx.tenant.id,
    shown: { officers: officers.length, fields: ['fullName'] },
  });
  return officers;
}
