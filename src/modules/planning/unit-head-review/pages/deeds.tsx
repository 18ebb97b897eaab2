import { conflictOf } from '#platform/conflict/conflict.server.ts';
import type { Refused } from '#platform/db/outcome.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Table } from '#ui/table/table.tsx';
import { reviewLink, reviewsLink } from '../../links.ts';
import { decideReview, proposeReview, scoreReview } from '../commands/judge.server.ts';
import { reopenReview } from '../commands/reopen.server.ts';
import { decideForm, proposeForm, reopenForm, scoreForm } from '../input.ts';
import { monthName } from '../month-name.ts';
import { deedPath, type JudgeField, judgeFields, type JudgeValues } from '../parts/judge-form.tsx';
import { typedNumber } from '../parts/points-words.tsx';
import * as policy from '../policy.ts';
import { presentJudgement } from '../present-judgement.ts';
import { getReview, type ReviewRecord } from '../queries.server.ts';
import { readReview } from '../review-view.server.ts';
import { texts } from '../texts.ts';
import { grades, type ReviewDeed, stateAfter } from '../unit-head-review.ts';
import { reviewReply } from './review.tsx';

/** A head scores themselves. */
export function scoreAction(ctx: Ctx, req: Req): Promise<Reply> {
  return doDeed(ctx, req, 'score');
}

/** A leader proposes points and grade. */
export function proposeAction(ctx: Ctx, req: Req): Promise<Reply> {
  return doDeed(ctx, req, 'propose');
}

/** A leader decides. */
export function decideAction(ctx: Ctx, req: Req): Promise<Reply> {
  return doDeed(ctx, req, 'decide');
}

/** A leader takes up a decided month again. */
export function reopenAction(ctx: Ctx, req: Req): Promise<Reply> {
  return doDeed(ctx, req, 'reopen');
}

async function doDeed(ctx: Ctx, req: Req, deed: ReviewDeed): Promise<Reply> {
  const t = texts(ctx.lang);
  const review = await getReview(ctx, req.params.id ?? '');
  must(policy.may(ctx.actor, deed, review));
  const values = typed(req);
  const sent = await send(ctx, review, deed, values);
  if ('fields' in sent) return again(ctx, review, deed, values, sent.fields);
  if (sent.ok) return seeOther(reviewLink(review.id), { tone: 'ok', text: t.done[deed] });
  switch (sent.code) {
    case 'changed-meanwhile':
    case 'wrong-state':
      return bothVersions(ctx, req, await getReview(ctx, review.id), deed, values);
    case 'not-over':
    case 'no-rules':
      return seeOther(reviewLink(review.id), { tone: 'late', text: t.refusal[sent.code] });
    default:
      return again(ctx, review, deed, values, { [fieldOf(sent.code)]: t.refusal[sent.code] });
  }
}

type Problems = Readonly<Partial<Record<JudgeField, string>>>;
type Code = Exclude<keyof ReturnType<typeof texts>['refusal'], 'no-heads' | 'no-weight'>;
type Sent = { readonly ok: true } | Refused<Code> | { readonly fields: Problems };

/** Reads what was typed and does the deed; a field that cannot be read has its sentence. */
async function send(ctx: Ctx, review: ReviewRecord, deed: ReviewDeed, values: JudgeValues): Promise<Sent> {
  const version = /^\d{1,9}$/.test(values.version) ? Number(values.version) : 0;
  if (deed === 'reopen') {
    const given = reopenForm.safeParse(values);
    return given.success
      ? reopenReview(ctx, review.id, { text: given.data.text, version })
      : { fields: faults(ctx, given.error.issues) };
  }
  if (deed === 'score') {
    const given = scoreForm.safeParse(values);
    if (!given.success) return { fields: faults(ctx, given.error.issues) };
    const { common, text, ...judged } = given.data;
    return scoreReview(ctx, review.id, { common, text, judged, version });
  }
  const given = (deed === 'propose' ? proposeForm : decideForm).safeParse(values);
  if (!given.success) return { fields: faults(ctx, given.error.issues) };
  const { common, text, results, grade, ...judged } = given.data;
  const grading = { common, text, results, grade, judged, version };
  return deed === 'propose' ? proposeReview(ctx, review.id, grading) : decideReview(ctx, review.id, grading);
}

function faults(ctx: Ctx, issues: readonly { readonly path: readonly PropertyKey[] }[]): Problems {
  const t = texts(ctx.lang).fault;
  const named = new Set(issues.map(({ path }) => String(path[0] ?? '')));
  return Object.fromEntries(judgeFields.filter((name) => named.has(name)).map((name) => [name, t[name]]));
}

function fieldOf(code: Code): JudgeField {
  if (code === 'common-too-high') return 'common';
  if (code === 'part-missing') return 'unit';
  if (code === 'results-missing' || code === 'results-too-high') return 'results';
  return 'text';
}

async function again(
  ctx: Ctx,
  review: ReviewRecord,
  deed: ReviewDeed,
  values: JudgeValues,
  fields: Problems,
): Promise<PageReply> {
  const problems = judgeFields.flatMap((name) => {
    const text = fields[name];
    return text ? [{ fieldId: `${deed}-${name}`, text }] : [];
  });
  return reviewReply(ctx, await readReview(ctx, review.id), { deed, values, problems });
}

function typed({ form }: Req): JudgeValues {
  const entries = [...judgeFields, 'version' as const].map((name) => [name, form.text(name)] as const);
  return Object.fromEntries(entries) as JudgeValues;
}

/** Somebody saved it since this person opened it: both versions, to choose from while the deed can still be done. */
async function bothVersions(
  ctx: Ctx,
  req: Req,
  review: ReviewRecord,
  deed: ReviewDeed,
  values: JudgeValues,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { version: _seen, ...mine } = values;
  const now = storedValues(review);
  const title = t.form[deed];
  const fields = fieldsOf(ctx, deed);
  const canStill = stateAfter(review.state, deed) !== undefined;
  const acts = ['score', 'propose', 'decide', 'reopen'].map((verb) => `planning.unit-head-review.${verb}`);
  const record = { kind: 'unit-head-review', id: review.id, acts };
  const both = await conflictOf(ctx, req.form, record, { now, typed: mine });
  return page({
    status: 409,
    title,
    current: reviewsLink(),
    crumbs: [
      { label: t.title, href: reviewsLink({ thang: review.month.key }) },
      { label: t.titleOf(review.unitName, monthName(review.month)), href: reviewLink(review.id) },
      { label: title },
    ],
    body: (
      <>
        <PageHead title={title} lead={t.titleOf(review.unitName, monthName(review.month))} />
        {canStill ? (
          <Conflict
            {...both}
            carry={{ version: String(review.version) }}
            action={reviewLink(review.id, deedPath[deed])}
            backHref={reviewLink(review.id)}
            fields={fields}
          />
        ) : (
          <>
            <Notice
              tone="soon"
              title={t.both.title}
              actions={<LinkButton href={reviewLink(review.id)}>{t.both.back}</LinkButton>}
            >
              {t.both.lead}
            </Notice>
            <Table<(typeof fields)[number]>
              caption={t.both.title}
              rows={fields}
              rowKey={({ name }) => name}
              columns={[
                { key: 'item', label: t.review.item, priority: 'lead', render: ({ label }) => label },
                {
                  key: 'stored',
                  label: both.labels.theirs,
                  render: ({ name, show }) => shown(now[name], show) || t.review.noneYet,
                },
                {
                  key: 'typed',
                  label: t.both.typed,
                  render: ({ name, show }) => shown(mine[name], show) || t.review.noneYet,
                },
              ]}
            />
          </>
        )}
      </>
    ),
  });
}

function shown(value: string, show: ((value: string) => string) | undefined): string {
  return value !== '' && show ? show(value) : value;
}

function storedValues(review: ReviewRecord): Readonly<Record<JudgeField, string>> {
  const event = presentJudgement(review);
  return {
    common: typedNumber(event?.common),
    unit: typedNumber(event?.judged.unit),
    organising: typedNumber(event?.judged.organising),
    uniting: typedNumber(event?.judged.uniting),
    results: typedNumber(event?.results),
    grade: event?.grade ?? '',
    text: event?.text ?? '',
  };
}

function fieldsOf(ctx: Ctx, deed: ReviewDeed) {
  const t = texts(ctx.lang);
  const text = { name: 'text' as const, label: t.review.comment, show: undefined };
  if (deed === 'reopen') return [text];
  const say = (value: string) => {
    const grade = grades.find((one) => one === value);
    return grade ? t.grade[grade] : value;
  };
  const points = [
    { name: 'common' as const, label: t.review.common('30'), show: undefined },
    ...(['unit', 'organising', 'uniting'] as const).map((name) => ({
      name,
      label: t.part[name],
      show: undefined,
    })),
  ];
  if (deed === 'score') return [...points, text];
  return [
    ...points,
    { name: 'results' as const, label: t.form.results, show: undefined },
    { name: 'grade' as const, label: t.form.grade, show: say },
    text,
  ];
}
