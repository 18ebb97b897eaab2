import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { DateField } from '#ui/field/text-field.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { leadershipLink, officerLink, reuseLeadershipLink, unitsLink } from '../../links.ts';
import type { Officer } from '../../officer/officer.ts';
import { noteOfficersSeen } from '../../officer/opening.server.ts';
import { listOfficers } from '../../officer/queries.server.ts';
import { texts as unitTexts } from '../../unit/texts.ts';
import { listUnits } from '../../unit/queries.server.ts';
import { reuseLeadership, setLeadership } from '../commands.server.ts';
import { leadershipForm, unitField } from '../input.ts';
import { leadsOffice } from '../leadership.ts';
import * as policy from '../policy.ts';
import { findLeadershipVersion, listLeadershipVersions } from '../queries.server.ts';
import { listUnreachedLeaders } from '../unreached.server.ts';
import { texts } from '../texts.ts';

type Values = Readonly<Record<string, string>>;

/** Who leads the office and who is in charge of which unit. */
export function leadershipPage(ctx: Ctx): Promise<PageReply> {
  return form(ctx);
}

/** Saves who leads as another version. */
export async function leadershipAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.set(ctx.actor));
  const t = texts(ctx.lang);
  const unitIds = (await listUnits(ctx)).map(({ id }) => id);
  const names = ['chair', 'from', 'version', ...unitIds.map(unitField)];
  const values = Object.fromEntries(names.map((name) => [name, req.form.text(name)]));
  const parsed = leadershipForm(unitIds).safeParse(values);
  if (!parsed.success) {
    const wrong = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return form(
      ctx,
      values,
      wrong.map((fieldId) => ({ fieldId, text: fieldId === 'from' ? t.fault.from : t.fault.person })),
    );
  }
  const { chair, from, version, ...inCharge } = parsed.data;
  const chosen = unitIds.flatMap((id) => {
    const officerId = inCharge[unitField(id)];
    return typeof officerId === 'string' ? [[id, officerId] as const] : [];
  });
  const given = { chairId: chair, inChargeOf: new Map(chosen), validFrom: from, version };
  const outcome = await setLeadership(ctx, given);
  if (outcome.ok) {
    const text = t.saved(formatNumber(ctx.lang, outcome.value.version));
    const undo = version > 0 ? { undo: reuseLeadershipLink(version) } : {};
    return seeOther(leadershipLink, { tone: 'ok', text, ...undo });
  }
  if (outcome.code === 'changed-meanwhile') return conflict(ctx, req, values);
  return form(ctx, values, [
    { fieldId: outcome.code === 'past' ? 'from' : 'chair', text: t.refusal[outcome.code] },
  ]);
}

/** Lets an earlier version count again. */
export async function reuseLeadershipAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const version = /^\d{1,6}$/.test(req.params.version ?? '') ? Number(req.params.version) : 0;
  const outcome = await reuseLeadership(ctx, version);
  return seeOther(
    leadershipLink,
    outcome.ok
      ? { tone: 'ok', text: t.saved(formatNumber(ctx.lang, outcome.value.version)) }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

async function valuesOf(ctx: Ctx): Promise<Values> {
  const [latest] = await listLeadershipVersions(ctx);
  const present = latest && (await findLeadershipVersion(ctx, latest.version));
  const today = ctx.clock.today();
  return {
    chair: present?.chairId ?? '',
    from: formatDate(latest && latest.validFrom > today ? latest.validFrom : today),
    version: String(latest?.version ?? 0),
    ...Object.fromEntries([...(present?.inChargeOf ?? [])].map(([unitId, id]) => [unitField(unitId), id])),
  };
}

async function conflict(ctx: Ctx, req: Req, { version: _seen, ...mine }: Values): Promise<PageReply> {
  const t = texts(ctx.lang);
  const units = await listUnits(ctx);
  const { version = '0', ...now } = await valuesOf(ctx);
  const names = new Map((await listOfficers(ctx)).map((one) => [one.id as string, one.fullName]));
  const record = { kind: 'tenant', id: ctx.tenant.id, acts: ['directory.leadership.set'] };
  const empty = Object.fromEntries(units.map(({ id }) => [unitField(id), '']));
  const both = await conflictOf(ctx, req.form, record, {
    now: { ...empty, ...now },
    typed: { ...empty, ...mine },
  });
  const show = (id: string) => names.get(id) ?? '';
  return page({
    status: 409,
    title: t.title,
    current: unitsLink,
    body: (
      <>
        <PageHead title={t.title} />
        <Conflict
          {...both}
          carry={{ ...both.carry, version }}
          action={leadershipLink}
          backHref={leadershipLink}
          fields={[
            { name: 'chair', label: t.chair, show },
            { name: 'from', label: t.from },
            ...units.map(({ id, name }) => ({ name: unitField(id), label: name, show })),
          ]}
        />
      </>
    ),
  });
}

async function form(ctx: Ctx, typed?: Values, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.set(ctx.actor));
  const t = texts(ctx.lang);
  const units = await listUnits(ctx);
  const officers = await listOfficers(ctx);
  noteOfficersSeen(ctx, officers.length, ['fullName', 'positionTitle', 'unitName']);
  const versions = await listLeadershipVersions(ctx);
  const values = typed ?? (await valuesOf(ctx));
  const options = choicesOf(officers, values);
  const say = (value: number) => formatNumber(ctx.lang, value);
  const about = (name: string) => ({
    name,
    value: values[name] ?? '',
    error: problems.find(({ fieldId }) => fieldId === name)?.text,
  });
  const missing = units.filter(({ id }) => !values[unitField(id)]).length;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: unitsLink,
    keepsForms: true,
    crumbs: [{ label: unitTexts(ctx.lang).title, href: unitsLink }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          {versions.length > 0 && missing > 0 && <Notice tone="soon" title={t.missing(say(missing))} />}
          <Unreached ctx={ctx} officers={officers} units={units} leaders={await unreachedNow(ctx)} />
          <KeptForm action={leadershipLink} class="form">
            <HiddenField name="version" value={values.version ?? '0'} />
            <SelectField {...about('chair')} label={t.chair} emptyLabel={t.nobody} options={options} />
            <Panel id="units" title={t.units}>
              <div class="form">
                {units.map(({ id, name }) => (
                  <SelectField
                    key={id}
                    {...about(unitField(id))}
                    label={name}
                    emptyLabel={t.nobody}
                    options={options}
                  />
                ))}
              </div>
            </Panel>
            <DateField {...about('from')} label={t.from} hint={t.fromHint} />
            <p class="form-actions">
              <Button kind="primary">{t.save}</Button>
            </p>
          </KeptForm>
          <Panel id="versions" title={t.versions}>
            {versions.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <Facts
                layout="rows"
                facts={versions.map(({ version, validFrom, at, actorName }, place) => ({
                  label: t.version(say(version), formatDate(validFrom)),
                  value: (
                    <>
                      {actorName}{' '}
                      {place > 0 && (
                        <form method="post" action={reuseLeadershipLink(version)}>
                          <Button size="small" label={t.reuseOf(say(version))}>
                            {t.reuse}
                          </Button>
                        </form>
                      )}
                    </>
                  ),
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

/** The leaders of the last saving whom nothing late can be told of. */
async function unreachedNow(ctx: Ctx) {
  const [latest] = await listLeadershipVersions(ctx);
  const present = latest && (await findLeadershipVersion(ctx, latest.version));
  return present ? listUnreachedLeaders(ctx, present) : [];
}

/** Who would not hear of late work, why, and where that is mended. */
function Unreached(props: {
  ctx: Ctx;
  officers: readonly Officer[];
  units: Awaited<ReturnType<typeof listUnits>>;
  leaders: Awaited<ReturnType<typeof unreachedNow>>;
}) {
  const { ctx, officers, units, leaders } = props;
  if (leaders.length === 0) return null;
  const t = texts(ctx.lang).unreached;
  const named = new Map(officers.map((one) => [one.id, one.fullName]));
  const unitNames = (ids: readonly string[]) =>
    units.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return (
    <Notice tone="late" title={t.title}>
      <p>{t.lead}</p>
      <ul>
        {leaders.map(({ officerId, reason, unitIds }) => (
          <li key={officerId}>
            <a href={officerLink(officerId)}>{named.get(officerId) ?? ''}</a>
            {': '}
            {reason === 'no-account' ? t.noAccount : t.noRight(unitNames(unitIds).join(', '))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Those whose position leads the office, and whoever is named already; everybody where no position does. */
function choicesOf(officers: readonly Officer[], values: Values) {
  const named = new Set(Object.values(values));
  const leading = officers.filter((one) => leadsOffice(one.positionTitle) || named.has(one.id));
  const offered = leading.some((one) => leadsOffice(one.positionTitle)) ? leading : officers;
  return offered.map((one) => ({
    value: one.id,
    label: `${one.fullName} · ${one.positionTitle || one.unitName}`,
  }));
}
