import { leadershipLink } from '#modules/directory/links.ts';
import { remindersLink } from '#modules/casework/links.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { NumberField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { escalationLink, escalationOffLink, escalationPreviewLink } from '../../links.ts';
import { drawLadder, switchLadderOff } from '../commands.server.ts';
import { type Ladder, ladderFault, rungs, usualSteps } from '../escalation.ts';
import { ladderForm, seenVersion } from '../input.ts';
import { StepSentences } from '../parts/step-sentences.tsx';
import * as policy from '../policy.ts';
import { findLadder, findLadderOn, listLadders } from '../queries.server.ts';
import { countEmptySeats } from '../empty-seats.server.ts';
import { texts } from '../texts.ts';

type Values = Readonly<Record<string, string>>;

/** The ladder in force, the form that draws another, and all that were saved; `ban` fills the form with an earlier one. */
export async function ladderPage(ctx: Ctx, req: Req): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const asked = seenVersion.parse(req.query.get('ban') ?? '');
  const earlier = asked > 0 ? await findLadder(ctx, asked) : undefined;
  return form(ctx, earlier && valuesOf(earlier, await listLadders(ctx)));
}

/** Draws another ladder, and shows whom it would have told. */
export async function drawAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.draw(ctx.actor));
  const t = texts(ctx.lang);
  const values = Object.fromEntries([...rungs, 'version'].map((name) => [name, req.form.text(name)]));
  const parsed = ladderForm.safeParse(values);
  if (!parsed.success) {
    const named = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return form(
      ctx,
      values,
      named.map((fieldId) => ({ fieldId, text: t.form.number })),
    );
  }
  const version = seenVersion.parse(values.version);
  const outcome = await drawLadder(ctx, { steps: parsed.data, version });
  if (outcome.ok) {
    const text = t.drawn(formatNumber(ctx.lang, outcome.value.version));
    return seeOther(escalationPreviewLink(), { tone: 'ok', text });
  }
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, values);
  const fieldId = ladderFault(parsed.data)?.rung ?? 'officer';
  return form(ctx, values, [{ fieldId, text: t.refusal[outcome.code] }]);
}

/** Switches the ladder off. */
export async function switchOffAction(ctx: Ctx): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await switchLadderOff(ctx);
  return seeOther(
    escalationLink(),
    outcome.ok ? { tone: 'ok', text: t.turnedOff } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function valuesOf(ladder: Pick<Ladder, 'steps'> | undefined, ladders: readonly Ladder[]): Values {
  const steps = ladder?.steps ?? usualSteps;
  return {
    ...Object.fromEntries(rungs.map((rung) => [rung, steps[rung] === null ? '' : String(steps[rung])])),
    version: String(ladders[0]?.version ?? 0),
  };
}

async function conflict(ctx: Ctx, req: Req, { version: _seen, ...mine }: Values): Promise<PageReply> {
  const t = texts(ctx.lang);
  const ladders = await listLadders(ctx);
  const { version = '0', ...now } = valuesOf(ladders[0], ladders);
  const record = {
    kind: 'tenant',
    id: ctx.tenant.id,
    acts: ['planning.escalation.draw', 'planning.escalation.switch'],
  };
  const both = await conflictOf(ctx, req.form, record, { now, typed: mine });
  return page({
    status: 409,
    title: t.title,
    current: remindersLink(),
    body: (
      <>
        <PageHead title={t.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, version }}
          action={escalationLink()}
          backHref={escalationLink()}
          fields={rungs.map((name) => ({ name, label: t.rung[name] }))}
        />
      </>
    ),
  });
}

async function form(ctx: Ctx, typed?: Values, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.read(ctx.actor));
  const t = texts(ctx.lang);
  const ladders = await listLadders(ctx);
  const values = typed ?? valuesOf(ladders[0], ladders);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: remindersLink(),
    keepsForms: true,
    crumbs: [{ label: t.ledger, href: remindersLink() }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={problems} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            ladders.length > 0 && <LinkButton href={escalationPreviewLink()}>{t.preview.link}</LinkButton>
          }
        />
        <Stack>
          <InForce ctx={ctx} present={await findLadderOn(ctx, ctx.clock.today())} ladders={ladders} />
          <EmptySeats ctx={ctx} empty={await countEmptySeats(ctx)} />
          {policy.draw(ctx.actor).allowed && (
            <Panel id="steps" title={t.form.title}>
              <p class="form-lead">{t.form.lead}</p>
              <KeptForm action={escalationLink()} class="form">
                <HiddenField name="version" value={values.version ?? '0'} />
                {rungs.map((rung) => (
                  <NumberField
                    key={rung}
                    name={rung}
                    label={t.rung[rung]}
                    value={values[rung]}
                    suffix={t.form.suffix}
                    width="short"
                    isWhole
                    error={problems.find(({ fieldId }) => fieldId === rung)?.text}
                  />
                ))}
                <p class="form-actions">
                  <Button kind="primary">{t.form.save}</Button>
                </p>
              </KeptForm>
            </Panel>
          )}
          {ladders.length > 0 && <Versions ctx={ctx} ladders={ladders} />}
        </Stack>
      </>
    ),
  });
}

function InForce({
  ctx,
  present,
  ladders,
}: {
  ctx: Ctx;
  present: Ladder | undefined;
  ladders: readonly Ladder[];
}) {
  const t = texts(ctx.lang).inForce;
  const latest = ladders.find(({ state }) => state !== 'drawn');
  const later = latest?.state === 'on' && latest.version !== present?.version ? latest : undefined;
  const said = (words: typeof t.on, ladder: Ladder) =>
    words(formatNumber(ctx.lang, ladder.version), formatDate(ladder.validFrom));
  const shown = present ?? later;
  return (
    <Panel id="in-force" title={t.title}>
      <p>{present ? said(t.on, present) : t.off}</p>
      {later && <p>{said(t.later, later)}</p>}
      {shown && <StepSentences lang={ctx.lang} steps={shown.steps} />}
      {shown && policy.turn(ctx.actor).allowed && (
        <form method="post" action={escalationOffLink}>
          <Button kind="danger">{t.turnOff}</Button>
        </form>
      )}
    </Panel>
  );
}

function EmptySeats({ ctx, empty }: { ctx: Ctx; empty: Awaited<ReturnType<typeof countEmptySeats>> }) {
  const t = texts(ctx.lang).seats;
  const say = (count: number) => formatNumber(ctx.lang, count);
  const words = [
    empty.isWithoutChair && t.noChair,
    empty.unitsWithoutLeader > 0 && t.noLeaders(say(empty.unitsWithoutLeader)),
    empty.unitsWithoutHead > 0 && t.noHeads(say(empty.unitsWithoutHead)),
    empty.unreachedLeaders > 0 && t.unreached(say(empty.unreachedLeaders)),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Notice
      tone="soon"
      title={t.title}
      actions={
        ctx.actor.grants.has('directory.leadership.set') && (
          <LinkButton href={leadershipLink}>{t.link}</LinkButton>
        )
      }
    >
      {words.join(' ')}
    </Notice>
  );
}

function Versions({ ctx, ladders }: { ctx: Ctx; ladders: readonly Ladder[] }) {
  const t = texts(ctx.lang);
  const say = (value: number) => formatNumber(ctx.lang, value);
  return (
    <Panel id="versions" title={t.versions}>
      <Facts
        layout="rows"
        facts={ladders.map(({ version, validFrom, state, steps, actorName, at }) => ({
          label: t.version(say(version), formatDate(validFrom)),
          value: (
            <>
              {t.state[state]}:{' '}
              {rungs
                .flatMap((rung) => steps[rung] ?? [])
                .map(say)
                .join(' · ')}{' '}
              {policy.draw(ctx.actor).allowed && (
                <a href={escalationLink({ ban: String(version) })} aria-label={t.reuseOf(say(version))}>
                  {t.reuse}
                </a>
              )}
            </>
          ),
          note: `${actorName}, ${formatInstant(ctx.lang, at)}`,
        }))}
      />
    </Panel>
  );
}
