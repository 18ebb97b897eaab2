import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { reviewRulesLink, reviewsLink } from '../../links.ts';
import { setRules } from '../commands/set-rules.server.ts';
import { rulesForm } from '../input.ts';
import { RulesForm, ruleFields, type RuleValues } from '../parts/rules-form.tsx';
import { typedNumber } from '../parts/points-words.tsx';
import * as policy from '../policy.ts';
import { monthOf } from '../review-month.ts';
import { resultParts, type ReviewRules } from '../review-rules.ts';
import { findRules, listRuleVersions } from '../rules.server.ts';
import { texts } from '../texts.ts';

/** What the decree says, and what this office sets for itself. */
export function rulesPage(ctx: Ctx): Promise<PageReply> {
  return form(ctx);
}

/** Saves what the office sets as another version. */
export async function rulesAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.setRules(ctx.actor));
  const t = texts(ctx.lang).rules;
  const entries = [...ruleFields, 'version' as const].map((name) => [name, req.form.text(name)] as const);
  const values = Object.fromEntries(entries) as RuleValues;
  const parsed = rulesForm.safeParse(values);
  if (!parsed.success) {
    const named = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    const problems = ruleFields
      .filter((name) => named.has(name))
      .map((fieldId) => ({ fieldId, text: fieldId === 'rubric' ? texts(ctx.lang).fault.text : t.number }));
    return form(ctx, values, problems);
  }
  const { plan, above, exceptionPercent, capPercent, rubric, ...weights } = parsed.data;
  const settings = { weights, conversion: { plan, above }, exceptionPercent, capPercent, rubric };
  const version = /^\d{1,9}$/.test(values.version) ? Number(values.version) : -1;
  const outcome = await setRules(ctx, { settings, version });
  if (outcome.ok)
    return seeOther(reviewRulesLink, {
      tone: 'ok',
      text: t.saved(formatNumber(ctx.lang, outcome.value.version)),
    });
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, values);
  return form(ctx, values, [{ fieldId: 'quantity', text: texts(ctx.lang).refusal[outcome.code] }]);
}

async function rulesOfToday(ctx: Ctx): Promise<ReviewRules> {
  const rules = await findRules(ctx, monthOf(ctx.clock.today()));
  if (!rules) throw new Error('the shipped rules have no set for today');
  return rules;
}

function valuesOf(rules: ReviewRules): RuleValues {
  return {
    ...(Object.fromEntries(resultParts.map((part) => [part, typedNumber(rules.weights[part])])) as Pick<
      RuleValues,
      (typeof resultParts)[number]
    >),
    plan: typedNumber(rules.conversion.plan),
    above: typedNumber(rules.conversion.above),
    exceptionPercent: typedNumber(rules.exceptionPercent),
    capPercent: typedNumber(rules.capPercent),
    rubric: rules.rubric,
    version: String(rules.version),
  };
}

async function conflict(ctx: Ctx, req: Req, { version: _seen, ...mine }: RuleValues): Promise<PageReply> {
  const t = texts(ctx.lang).rules;
  const { version, ...now } = valuesOf(await rulesOfToday(ctx));
  const record = { kind: 'tenant', id: ctx.tenant.id, acts: ['planning.unit-head-review.set-rules'] };
  const both = await conflictOf(ctx, req.form, record, { now, typed: mine });
  const { plan, above, exceptionPercent, capPercent, rubric } = t;
  const labels = { ...texts(ctx.lang).part, plan, above, exceptionPercent, capPercent, rubric };
  return page({
    status: 409,
    title: t.title,
    current: reviewsLink(),
    body: (
      <>
        <PageHead title={t.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, version }}
          action={reviewRulesLink}
          backHref={reviewRulesLink}
          fields={ruleFields.map((name) => ({ name, label: labels[name] }))}
        />
      </>
    ),
  });
}

async function form(
  ctx: Ctx,
  typed?: RuleValues,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  must(policy.setRules(ctx.actor));
  const t = texts(ctx.lang).rules;
  const rules = await rulesOfToday(ctx);
  const versions = await listRuleVersions(ctx);
  const say = (value: number) => formatNumber(ctx.lang, value);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: reviewsLink(),
    keepsForms: true,
    crumbs: [{ label: texts(ctx.lang).title, href: reviewsLink() }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={texts(ctx.lang).form.errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          <Panel id="fixed" title={t.fixed} note={t.fixedNote}>
            <p>{rules.document}</p>
            <p>
              {t.fixedText(
                say(rules.commonMax),
                say(rules.resultsMax),
                say(rules.sentBackPercent),
                say(rules.latePercent),
              )}
            </p>
            <p>{t.fixedGrades(say(rules.from.excellent), say(rules.from.good), say(rules.from.fulfilled))}</p>
          </Panel>
          <RulesForm lang={ctx.lang} values={typed ?? valuesOf(rules)} problems={problems} />
          <Panel id="versions" title={t.versions}>
            {versions.length === 0 ? (
              <p>{t.noVersion}</p>
            ) : (
              <Facts
                layout="rows"
                facts={versions.map(({ version, at, actorName }) => ({
                  label: t.version(say(version)),
                  value: actorName,
                  note: formatInstant(ctx.lang, at),
                }))}
              />
            )}
          </Panel>
        </Stack>
      </>
    ),
  });
}
