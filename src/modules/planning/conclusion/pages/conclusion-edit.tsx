import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { seenField, seenText } from '#platform/conflict/seen.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { conclusionLink, conclusionsLink, tasksLink } from '../../links.ts';
import { newConclusionLink } from '../links.ts';
import { createConclusion, editConclusion } from '../commands.server.ts';
import type { Conclusion, ConclusionFacts } from '../conclusion.ts';
import { conclusionForm } from '../input.ts';
import { HeadFields, headFields, type HeadField, type HeadValues } from '../parts/head-fields.tsx';
import * as policy from '../policy.ts';
import { getConclusion } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The form of a new conclusion. */
export function newConclusionPage(ctx: Ctx): Promise<PageReply> {
  must(policy.may(ctx.actor, 'create'));
  const empty = { kind: 'meeting', number: '', on: '', issuer: '', chair: '', title: '', link: '' };
  return Promise.resolve(form(ctx, undefined, empty, ''));
}

/** Enters the conclusion, and goes to it. */
export async function createConclusionAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.may(ctx.actor, 'create'));
  const t = texts(ctx.lang);
  const typed = typedHead(req);
  const given = readHead(ctx, typed);
  if (!given.ok) return form(ctx, undefined, typed, '', given.problems);
  const outcome = await createConclusion(ctx, given.facts);
  if (outcome.ok) return seeOther(conclusionLink(outcome.value), { tone: 'ok', text: t.created });
  return form(ctx, undefined, typed, '', [{ fieldId: 'on', text: t.refusal[outcome.code] }]);
}

/** The form that mends a conclusion. */
export async function editConclusionPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'edit'));
  return form(ctx, conclusion, valuesOf(conclusion), String(conclusion.version));
}

/** Mends the conclusion, and goes back to it. */
export async function editConclusionAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, 'edit'));
  const typed = typedHead(req);
  const version = req.form.text('version');
  const given = readHead(ctx, typed);
  if (!given.ok) return form(ctx, conclusion, typed, version, given.problems);
  const seen = /^\d{1,9}$/.test(version) ? Number(version) : 0;
  const outcome = await editConclusion(ctx, conclusion.id, { facts: given.facts, version: seen });
  if (outcome.ok) return seeOther(conclusionLink(conclusion.id), { tone: 'ok', text: t.edited });
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, conclusion, typed);
  return form(ctx, conclusion, typed, version, [{ fieldId: 'on', text: t.refusal[outcome.code] }]);
}

function typedHead(req: Req): HeadValues {
  return Object.fromEntries(headFields.map((name) => [name, req.form.text(name)])) as Record<
    HeadField,
    string
  >;
}

function valuesOf(conclusion: Conclusion): HeadValues {
  const { kind, number, on, issuer, chair, title, link } = conclusion;
  return { kind, number, on: formatDate(on), issuer, chair: chair ?? '', title, link: link ?? '' };
}

function readHead(
  ctx: Ctx,
  typed: HeadValues,
): { ok: true; facts: ConclusionFacts } | { ok: false; problems: FieldProblem[] } {
  const given = conclusionForm.safeParse(typed);
  const on = parseDayFirstDate(typed.on);
  if (given.success && on) return { ok: true, facts: { ...given.data, on } };
  const wrong = new Set(given.error?.issues.map((issue) => String(issue.path[0])));
  const faults = texts(ctx.lang).fault;
  return {
    ok: false,
    problems: headFields
      .filter((name) => wrong.has(name) || (name === 'on' && !on))
      .map((name) => ({ fieldId: name, text: faults[name] })),
  };
}

function crumbsOf(ctx: Ctx, conclusion: Conclusion | undefined) {
  const t = texts(ctx.lang);
  return [
    { label: t.list, href: conclusionsLink },
    ...(conclusion ? [{ label: conclusion.number, href: conclusionLink(conclusion.id) }] : []),
    { label: conclusion ? t.editTitle : t.newTitle },
  ];
}

/** Somebody changed the conclusion since this person opened it: both versions. */
async function conflict(ctx: Ctx, req: Req, conclusion: Conclusion, typed: HeadValues): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = { kind: 'conclusion', id: conclusion.id, acts: ['planning.conclusion.edit'] };
  const both = await conflictOf(ctx, req.form, record, { now: valuesOf(conclusion), typed });
  return page({
    status: 409,
    title: t.editTitle,
    current: tasksLink(),
    crumbs: crumbsOf(ctx, conclusion),
    body: (
      <>
        <PageHead title={t.editTitle} lead={conclusion.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, version: String(conclusion.version) }}
          action={conclusionLink(conclusion.id, 'sua')}
          backHref={conclusionLink(conclusion.id)}
          fields={headFields.map((name) => ({ name, label: t.fields[name] }))}
        />
      </>
    ),
  });
}

function form(
  ctx: Ctx,
  conclusion: Conclusion | undefined,
  values: HeadValues,
  version: string,
  problems: readonly FieldProblem[] = [],
): PageReply {
  const t = texts(ctx.lang);
  const title = conclusion ? t.editTitle : t.newTitle;
  const field = (name: HeadField) => ({
    name,
    value: values[name],
    error: problems.find((problem) => problem.fieldId === name)?.text,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title,
    current: tasksLink(),
    keepsForms: true,
    crumbs: crumbsOf(ctx, conclusion),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={title} />
        <KeptForm action={conclusion ? conclusionLink(conclusion.id, 'sua') : newConclusionLink} class="form">
          {conclusion && <HiddenField name={seenField} value={seenText(valuesOf(conclusion))} />}
          {conclusion && <input type="hidden" name="version" value={version} />}
          <HeadFields lang={ctx.lang} field={field} />
          <p class="form-actions">
            <Button kind="primary">{t.save}</Button>
            <LinkButton kind="quiet" href={conclusion ? conclusionLink(conclusion.id) : conclusionsLink}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
