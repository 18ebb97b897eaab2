import {
  draftPaper,
  editPaper,
  getPaper,
  type IssuedPaper,
  issuedPaperTexts,
  mayDoWithPaper,
  mayDraftPaper,
} from '#modules/casework/index.server.ts';
import { issuedPaperLink, issuedPapersLink, newPaperLink } from '#modules/casework/links.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type Crumb, type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { chasingRulesLink } from '../../links.ts';
import { answerDayProblem, askedKind, newValues } from '../asked-paper.server.ts';
import { type ChasingKind, chasingKinds } from '../chasing-paper.ts';
import { askedBody } from '../input.ts';
import { paperSources } from '../paper-sources.server.ts';
import { PaperForm } from '../parts/paper-form.tsx';
import {
  factsOfValues,
  type PaperValues,
  readPaper,
  textFields,
  typedPaper,
  valuesOf,
} from '../parts/paper-values.tsx';
import * as policy from '../policy.ts';
import { findChasingRules } from '../rules.server.ts';
import { texts } from '../texts.ts';

/** The form of a new paper, about what the address names; without a kind, the choice of one. */
export async function newPaperPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(mayDraftPaper(ctx.actor));
  const kind = askedKind(req.query.get('loai'));
  if (!kind) return chooseKind(ctx, req);
  return form(ctx, { kind, values: await newValues(ctx, kind, req.query) });
}

/** Drafts the paper, and goes to its preview. */
export async function newPaperAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(mayDraftPaper(ctx.actor));
  const t = texts(ctx.lang);
  const kind = askedKind(req.form.text('loai'));
  if (!kind) return seeOther(newPaperLink());
  const values = typedPaper(req.form);
  const given = readPaper(ctx.lang, values);
  if (!given.ok) return form(ctx, { kind, values, problems: given.problems });
  const dayOff = await answerDayProblem(ctx, given.asked);
  if (dayOff) return form(ctx, { kind, values, problems: [dayOff] });
  const outcome = await draftPaper(ctx, sourceOf(kind), given);
  if (outcome.ok) return seeOther(issuedPaperLink(outcome.value), { tone: 'ok', text: t.drafted });
  return form(ctx, { kind, values, problems: [trouble(ctx, outcome.code)] });
}

/** The form of a draft that there is. */
export async function editPaperPage(ctx: Ctx, req: Req): Promise<Reply> {
  const { paper, kind, values } = await draftOf(ctx, req);
  if (paper.state !== 'draft') return movedOn(ctx, paper);
  return form(ctx, { kind, values, paper, now: values });
}

/** Says the draft anew, and goes to its preview. */
export async function editPaperAction(ctx: Ctx, req: Req): Promise<Reply> {
  const { paper, kind, values: now } = await draftOf(ctx, req);
  if (paper.state !== 'draft') return movedOn(ctx, paper);
  const values = typedPaper(req.form);
  const version = req.form.text('version');
  const shown = { kind, values, paper, now, version };
  const given = readPaper(ctx.lang, values);
  if (!given.ok) return form(ctx, { ...shown, problems: given.problems });
  const dayOff = await answerDayProblem(ctx, given.asked);
  if (dayOff) return form(ctx, { ...shown, problems: [dayOff] });
  const outcome = await editPaper(ctx, sourceOf(kind), paper.id, {
    head: given.head,
    asked: given.asked,
    version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
  });
  if (outcome.ok) return seeOther(issuedPaperLink(paper.id), { tone: 'ok', text: texts(ctx.lang).edited });
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, paper, now, values);
  if (outcome.code === 'wrong-state') return movedOn(ctx, paper);
  return form(ctx, { ...shown, problems: [trouble(ctx, outcome.code)] });
}

async function draftOf(ctx: Ctx, req: Req) {
  const paper = await getPaper(ctx, req.params.id ?? '');
  must(mayDoWithPaper(ctx.actor, 'edit', paper));
  const kind = askedKind(paper.kind);
  const asked = askedBody.safeParse(paper.asked);
  if (!kind) throw new Error(`the form of papers of the kind ${paper.kind} is not known`);
  return { paper, kind, values: valuesOf(paper, asked.success ? asked.data : askedBody.parse({})) };
}

function sourceOf(kind: ChasingKind) {
  const source = paperSources.find((one) => one.kind === kind);
  if (!source) throw new Error(`no source of papers of the kind ${kind}`);
  return source;
}

function trouble(ctx: Ctx, code: 'nothing' | 'too-many' | 'unreadable'): FieldProblem {
  return { fieldId: '', text: issuedPaperTexts(ctx.lang).refusal[code] };
}

function movedOn(ctx: Ctx, paper: IssuedPaper): Reply {
  return seeOther(issuedPaperLink(paper.id), {
    tone: 'info',
    text: issuedPaperTexts(ctx.lang).refusal['wrong-state'],
  });
}

function crumbsOf(ctx: Ctx, paper: IssuedPaper | undefined): Crumb[] {
  const t = texts(ctx.lang);
  return [
    { label: issuedPaperTexts(ctx.lang).list, href: issuedPapersLink },
    ...(paper ? [{ label: paper.subject, href: issuedPaperLink(paper.id) }] : []),
    { label: paper ? t.editTitle : t.newTitle },
  ];
}

async function chooseKind(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { yellowDays } = await findChasingRules(ctx);
  const kept = Object.fromEntries(
    ['viec', 'don-vi', 'loc'].flatMap((name) =>
      req.query.has(name) ? [[name, req.query.getAll(name)] as const] : [],
    ),
  );
  const hasTasks = req.query.has('viec') || req.query.has('loc');
  return page({
    title: t.newTitle,
    current: issuedPapersLink,
    crumbs: crumbsOf(ctx, undefined),
    body: (
      <>
        <PageHead title={t.newTitle} lead={t.lead} />
        <Stack>
          {chasingKinds
            .filter((kind) => hasTasks || kind !== 'assignment-slip')
            .map((kind) => (
              <Panel key={kind} id={kind} title={t.kind[kind]}>
                <p>{t.kindHint[kind]}</p>
                <LinkButton href={newPaperLink({ ...kept, loai: kind })}>{t.choose(t.kind[kind])}</LinkButton>
              </Panel>
            ))}
          {!hasTasks && <p>{t.slipFromTasks}</p>}
          <YellowRed ctx={ctx} yellowDays={yellowDays} />
        </Stack>
      </>
    ),
  });
}

/** What is yellow and red, and the way to change it for who may. */
function YellowRed({ ctx, yellowDays }: { ctx: Ctx; yellowDays: number }) {
  const t = texts(ctx.lang).rules;
  return (
    <p>
      {t.now(formatNumber(ctx.lang, yellowDays))}{' '}
      {policy.setRules(ctx.actor).allowed && <a href={chasingRulesLink}>{t.open}</a>}
    </p>
  );
}

/** Somebody changed the draft since this person opened it: both versions. */
async function conflict(
  ctx: Ctx,
  req: Req,
  paper: IssuedPaper,
  now: PaperValues,
  values: PaperValues,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const units = await unitOptions(ctx);
  const record = { kind: 'issued-paper', id: paper.id, acts: ['casework.issued-paper.edit'] };
  const both = await conflictOf(ctx, req.form, record, {
    now: factsOfValues(now),
    typed: factsOfValues(values),
  });
  const issued = issuedPaperTexts(ctx.lang);
  const shows: Readonly<Record<string, (value: string) => string>> = {
    authority: (value) => (issued.authority as Readonly<Record<string, string>>)[value] ?? value,
    urgency: (value) => (issued.urgency as Readonly<Record<string, string>>)[value] ?? value,
  };
  return page({
    status: 409,
    title: t.editTitle,
    current: issuedPapersLink,
    crumbs: crumbsOf(ctx, paper),
    body: (
      <>
        <PageHead title={t.editTitle} lead={paper.subject} />
        <Conflict
          {...both}
          carry={{
            ...both.carry,
            version: String(paper.version),
            loai: paper.kind,
            tasks: values.tasks.join(','),
          }}
          action={issuedPaperLink(paper.id, 'sua')}
          backHref={issuedPaperLink(paper.id)}
          fields={[
            { name: 'units', label: t.field.units, options: units },
            ...textFields.map((name) => ({
              name,
              label: t.field[name],
              ...(shows[name] && { show: shows[name] }),
            })),
          ]}
        />
      </>
    ),
  });
}

async function unitOptions(ctx: Ctx) {
  return (await listUnits(ctx)).map((unit) => ({ value: unit.id as string, label: unit.name }));
}

async function form(
  ctx: Ctx,
  shown: {
    readonly kind: ChasingKind;
    readonly values: PaperValues;
    readonly paper?: IssuedPaper;
    readonly now?: PaperValues;
    /** The version that the person has read, where it is not the one that there is. */
    readonly version?: string;
    readonly problems?: readonly FieldProblem[];
  },
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const { paper, kind, values, problems = [] } = shown;
  const title = paper ? t.editTitle : t.newTitle;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.kind[kind],
    current: issuedPapersLink,
    keepsForms: true,
    crumbs: crumbsOf(ctx, paper),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={`${title}: ${t.kind[kind]}`} lead={paper?.subject ?? t.kindHint[kind]} />
        <PaperForm
          lang={ctx.lang}
          kind={kind}
          action={paper ? issuedPaperLink(paper.id, 'sua') : newPaperLink()}
          backHref={paper ? issuedPaperLink(paper.id) : issuedPapersLink}
          values={values}
          seen={
            paper && shown.now
              ? { values: shown.now, version: shown.version ?? String(paper.version) }
              : undefined
          }
          problems={problems}
          units={await unitOptions(ctx)}
        />
      </>
    ),
  });
}
