import {
  type BulkDeed,
  bulkFormAction,
  bulkFormPage,
  type BulkList,
  bulkRunPage,
  bulkUndoAction,
} from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { NumberField, TextField } from '#ui/field/text-field.tsx';
import { targetsLink } from '../../links.ts';
import * as planPolicy from '../../plan/policy.ts';
import {
  type AlikeFacts,
  chosenTargets,
  firstTargets,
  foreseeTargets,
  makeAlike,
  takeAlikeBack,
} from '../change-many.server.ts';
import { alikeForm, alikeWords } from '../input.ts';
import * as policy from '../policy.ts';
import { countTargets } from '../queries.server.ts';
import { longestMetric, longestReason, longestUnit } from '../target.ts';
import { targetListShape } from '../target-list.ts';
import { texts } from '../texts.ts';

const factNames = ['year', 'unit', 'metric', 'scope'] as const;

const edit: BulkDeed = {
  name: 'sua',
  label: (ctx) => texts(ctx.lang).many.label,
  may: (ctx) => policy.edit(ctx.actor, { isInForce: true }).allowed,
  fields: (ctx, given, problems) => {
    const t = texts(ctx.lang);
    const about = (name: keyof typeof alikeWords, label: string, hint?: string) => ({
      name: alikeWords[name],
      label,
      hint,
      value: given[alikeWords[name]] ?? '',
      error: problems.find((problem) => problem.fieldId === alikeWords[name])?.text,
    });
    return Promise.resolve(
      <>
        <p>{t.many.lead}</p>
        <NumberField {...about('year', t.fields.year, t.many.yearHint)} isWhole />
        <TextField {...about('unit', t.fields.unit, t.edit.unitHint)} maxLength={longestUnit} />
        <TextField {...about('metric', t.fields.metric, t.edit.metricHint)} maxLength={longestMetric} />
        <TextField {...about('scope', t.fields.scope, t.edit.scopeHint)} maxLength={longestMetric} />
        <TextField
          {...about('reason', t.edit.reason, t.edit.reasonHint)}
          maxLength={longestReason}
          required
        />
      </>,
    );
  },
  read: (ctx, given) => {
    const t = texts(ctx.lang);
    const parsed = alikeForm.safeParse(given);
    if (!parsed.success) {
      const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
      const names = (Object.keys(alikeWords) as (keyof typeof alikeWords)[]).filter((name) =>
        wrong.has(alikeWords[name]),
      );
      return Promise.resolve({
        ok: false,
        problems: names.map((name) => ({ fieldId: alikeWords[name], text: t.fault[name] ?? t.fault.other })),
      });
    }
    const filled = factNames.filter((name) => parsed.data[alikeWords[name]] !== '');
    if (filled.length === 0) {
      return Promise.resolve({ ok: false, problems: [{ fieldId: alikeWords.year, text: t.many.nothing }] });
    }
    return Promise.resolve({
      ok: true,
      input: parsed.data,
      words: [
        ...filled.map((name) => t.many.become(t.fields[name], parsed.data[alikeWords[name]])),
        parsed.data[alikeWords.reason],
      ],
    });
  },
  foresee: (ctx, ids, input) => foreseeTargets(ctx, ids, changeOf(input)),
  run: (ctx, id, input) => makeAlike(ctx, id, changeOf(input), input[alikeWords.reason] ?? ''),
  undo: takeAlikeBack,
};

/** What can be done with many targets at once. */
export const manyTargets: BulkList = {
  path: targetsLink(),
  act: 'planning.target.change-many',
  shape: targetListShape,
  deeds: [edit],
  title: (ctx) => texts(ctx.lang).list,
  reason: (ctx, code) => (texts(ctx.lang).refusal as Readonly<Record<string, string>>)[code] ?? code,
  count: countTargets,
  find: chosenTargets,
  all: firstTargets,
};

/** What shall be alike in the chosen targets, and what would become of each. */
export function changeTargetsPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(planPolicy.read(ctx.actor));
  return bulkFormPage(ctx, req, manyTargets);
}

/** Edits the chosen targets. */
export function changeTargetsAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(planPolicy.read(ctx.actor));
  return bulkFormAction(ctx, req, manyTargets);
}

/** What became of each target, and the way back. */
export function changedTargetsPage(ctx: Ctx, req: Req): Promise<Reply> {
  return bulkRunPage(ctx, req, manyTargets);
}

/** Takes the edits of all of them back. */
export function undoTargetsAction(ctx: Ctx, req: Req): Promise<Reply> {
  return bulkUndoAction(ctx, req, manyTargets);
}

function changeOf(input: Readonly<Record<string, string>>): AlikeFacts {
  const filled = (name: keyof typeof alikeWords) => input[alikeWords[name]] || undefined;
  const [year, unit, metric, scope] = factNames.map(filled);
  return {
    ...(year && { year: Number(year) }),
    ...(unit && { unit }),
    ...(metric && { metric }),
    ...(scope && { denominatorScope: scope }),
  };
}
