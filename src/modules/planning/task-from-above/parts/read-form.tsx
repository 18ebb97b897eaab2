import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import type { Req } from '#platform/http/req.ts';
import { enterForm } from '../input.ts';
import type { NewTaskFromAbove } from '../task-from-above.ts';
import type { Texts } from '../texts.ts';

/** The single fields of the form in their order. */
export const fields = [
  'number',
  'on',
  'issuer',
  'abstract',
  'title',
  'product',
  'dueText',
  'due',
  'unit',
  'assignee',
  'approver',
] as const;
export type Values = Record<(typeof fields)[number], string> & { readonly coordinating: readonly string[] };

/** What was typed into the form. */
export function typedTask(req: Req): Values {
  const single = Object.fromEntries(fields.map((name) => [name, req.form.text(name)]));
  return {
    ...(single as Record<(typeof fields)[number], string>),
    coordinating: req.form.texts('coordinating'),
  };
}

/** The task of the form, or what is wrong with each field. */
export function readTask(
  t: Texts['fault'],
  values: Values,
): { ok: true; task: NewTaskFromAbove } | { ok: false; problems: { fieldId: string; text: string }[] } {
  const given = enterForm.safeParse(values);
  const on = parseDayFirstDate(values.on);
  const dueOn = values.due === '' ? null : parseDayFirstDate(values.due);
  const wrong = new Set([
    ...(given.success ? [] : given.error.issues.map((issue) => String(issue.path[0]))),
    ...(on ? [] : ['on']),
    ...(dueOn === undefined ? ['due'] : []),
  ]);
  if (given.success && on && dueOn !== undefined) {
    const { number, issuer, abstract, title, product, dueText, unit, coordinating, assignee, approver } =
      given.data;
    const people = {
      leadUnitId: unit,
      coordinatingUnitIds: coordinating,
      assigneeId: assignee,
      approverId: approver,
    };
    return { ok: true, task: { number, on, issuer, abstract, title, product, dueText, dueOn, ...people } };
  }
  const faults: Readonly<Record<string, string>> = t;
  return {
    ok: false,
    problems: [...fields, 'coordinating']
      .filter((name) => wrong.has(name))
      .map((name) => ({ fieldId: name, text: faults[name] ?? t.choice })),
  };
}
