import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { contactsLink } from '#modules/directory/links.ts';
import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';

import {
  choiceDefaultsLink,
  officeChoiceLink,
  ownChoiceLink,
  takeBackChoiceLink,
  unitChoiceLink,
} from '../../links.ts';
import { type ChoiceOwner, type DefaultRow, type LayerChoice, ownerId } from '../choice-owner.ts';
import { choiceFields, type ChoiceValues, shownValues, valuesOf } from '../choice-values.ts';
import { setChoice, takeBackChoice } from '../commands.server.ts';
import { readChoice } from '../input.ts';
import { type Channel, channels, type OwnChoice, resolveChoice, saysNothing } from '../notice-choice.ts';
import { ChoiceForm } from '../parts/choice-form.tsx';
import { fieldLabel, fieldWords, type HappeningWords, happeningWords } from '../parts/choice-words.tsx';
import * as policy from '../policy.ts';
import { findLayer, getUnit, listDefaults, listOwnAddresses } from '../queries.server.ts';
import { type Texts, texts } from '../texts.ts';
import { whatHappens } from '../what-happens.server.ts';

/** A layer with its page: its title and its address. */
interface Place {
  readonly owner: ChoiceOwner;
  readonly title: string;
  readonly address: string;
}

/** How the person at the keyboard wants to be told. */
export async function ownChoicePage(ctx: Ctx): Promise<PageReply> {
  return form(ctx, ofSelf(ctx));
}

/** Saves how the person wants to be told. */
export async function ownChoiceAction(ctx: Ctx, req: Req): Promise<Reply> {
  return save(ctx, req, ofSelf(ctx));
}

/** Takes the person's last choice back. */
export async function takeBackOwnAction(ctx: Ctx, req: Req): Promise<Reply> {
  return takeBack(ctx, req, ofSelf(ctx));
}

/** What the office says for all of its people. */
export async function officeChoicePage(ctx: Ctx): Promise<PageReply> {
  return form(ctx, ofOffice(ctx));
}

/** Saves what the office says. */
export async function officeChoiceAction(ctx: Ctx, req: Req): Promise<Reply> {
  return save(ctx, req, ofOffice(ctx));
}

/** Takes back what the office said last. */
export async function takeBackOfficeAction(ctx: Ctx, req: Req): Promise<Reply> {
  return takeBack(ctx, req, ofOffice(ctx));
}

/** What a unit says for its people. */
export async function unitChoicePage(ctx: Ctx, req: Req): Promise<PageReply> {
  return form(ctx, await ofUnit(ctx, req));
}

/** Saves what a unit says. */
export async function unitChoiceAction(ctx: Ctx, req: Req): Promise<Reply> {
  return save(ctx, req, await ofUnit(ctx, req));
}

/** Takes back what a unit said last. */
export async function takeBackUnitAction(ctx: Ctx, req: Req): Promise<Reply> {
  return takeBack(ctx, req, await ofUnit(ctx, req));
}

function ofSelf(ctx: Ctx): Place {
  const { officerId } = ctx.actor;
  // Nobody is told anything who stands in no office.
  if (officerId === null) throw new Forbidden('no-grant');
  return {
    owner: { layer: 'person', officerId },
    title: texts(ctx.lang).title.person,
    address: ownChoiceLink,
  };
}

function ofOffice(ctx: Ctx): Place {
  return { owner: { layer: 'office' }, title: texts(ctx.lang).title.office, address: officeChoiceLink };
}

async function ofUnit(ctx: Ctx, req: Req): Promise<Place> {
  const { id, name } = await getUnit(ctx, req.params.unit ?? '');
  const title = texts(ctx.lang).titleOfUnit(name);
  return { owner: { layer: 'unit', unitId: id }, title, address: unitChoiceLink(id) };
}

async function save(ctx: Ctx, req: Req, place: Place): Promise<Reply> {
  must(policy.set(ctx.actor, place.owner));
  const t = texts(ctx.lang);
  const isCleared = req.form.text('deed') === 'bo';
  const typed = isCleared ? valuesOf({}) : typedValues(req);
  const read = readChoice(typed);
  const version = /^\d{1,9}$/.test(req.form.text('version')) ? Number(req.form.text('version')) : -1;
  if ('wrong' in read) {
    const problems = read.wrong.map((fieldId) => ({ fieldId, text: faultOf(t, fieldId) }));
    return form(ctx, place, { values: { ...typed, version: String(version) }, problems });
  }
  if (req.form.text('deed') === 'thu')
    return form(ctx, place, {
      values: { ...typed, version: String(version) },
      problems: [],
      tried: read.chosen,
    });
  const outcome = await setChoice(ctx, place.owner, { chosen: read.chosen, version });
  if (!outcome.ok) return conflict(ctx, req, place, typed);
  return seeOther(place.address, {
    tone: 'ok',
    text: isCleared ? t.cleared : t.saved,
    undo: takeBackChoiceLink(place.address, outcome.value.version),
  });
}

async function takeBack(ctx: Ctx, req: Req, place: Place): Promise<Reply> {
  const t = texts(ctx.lang);
  const version = /^\d{1,9}$/.test(req.params.version ?? '') ? Number(req.params.version) : -1;
  const outcome = await takeBackChoice(ctx, place.owner, version);
  return seeOther(
    place.address,
    outcome.ok
      ? {
          tone: 'ok',
          text: t.takenBack,
          undo: takeBackChoiceLink(place.address, outcome.value.version),
        }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function typedValues(req: Req): ChoiceValues {
  return Object.fromEntries(choiceFields.map((name) => [name, req.form.text(name)])) as ChoiceValues;
}

function faultOf(t: Texts, field: string): string {
  return (t.fault as Readonly<Record<string, string>>)[field] ?? t.fault.other;
}

async function conflict(ctx: Ctx, req: Req, place: Place, typed: ChoiceValues): Promise<PageReply> {
  const { own, version } = await findLayer(ctx, place.owner);
  const record = {
    kind: 'notice-choice',
    id: ownerId(place.owner, ctx.tenant.id),
    acts: ['casework.notice-choice.set', 'casework.notice-choice.take-back'],
  };
  const both = await conflictOf(ctx, req.form, record, { now: valuesOf(own), typed });
  return page({
    status: 409,
    title: place.title,
    current: place.address,
    body: (
      <>
        <PageHead title={place.title} />
        <Conflict
          {...both}
          labels={{ ...both.labels, empty: texts(ctx.lang).as[place.owner.layer] }}
          carry={{ ...both.carry, version: String(version) }}
          action={place.address}
          backHref={place.address}
          fields={choiceFields.map((name) => ({
            name,
            label: fieldLabel(ctx.lang, name),
            show: (value: string) => fieldWords(ctx.lang, name, value),
          }))}
        />
      </>
    ),
  });
}

async function form(
  ctx: Ctx,
  place: Place,
  returned?: {
    readonly values: ChoiceValues & { readonly version: string };
    readonly problems: readonly FieldProblem[];
    /** What would come of it is shown, and nothing is saved yet. */
    readonly tried?: OwnChoice;
  },
): Promise<PageReply> {
  must(policy.set(ctx.actor, place.owner));
  const t = texts(ctx.lang);
  const { owner, title, address } = place;
  const layer = await findLayer(ctx, owner);
  const { tried } = returned ?? {};
  return page({
    ...(returned && !returned.tried ? { status: 422 as const } : {}),
    title,
    current: ownChoiceLink,
    keepsForms: true,
    records: [{ kind: 'notice-choice', id: ownerId(owner, ctx.tenant.id) }],
    ...(owner.layer === 'person'
      ? {}
      : { crumbs: [{ label: t.defaults.title, href: choiceDefaultsLink }, { label: title }] }),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={returned?.problems ?? []} />
        <PageHead
          title={title}
          lead={t.lead[owner.layer]}
          actions={
            owner.layer === 'person' && policy.seeDefaults(ctx.actor).allowed ? (
              <LinkButton href={choiceDefaultsLink}>{t.defaults.link}</LinkButton>
            ) : undefined
          }
        />
        <Stack>
          <Notice tone="info" title={t.always.title}>
            {t.always.text}
          </Notice>
          <HappensPanel
            ctx={ctx}
            layer={layer}
            happenings={await whatWillHappen(ctx, { ...layer, ...(tried && { own: tried }) })}
            isTried={tried !== undefined}
            reached={await reachOf(ctx, owner)}
          />
          {owner.layer === 'person' && <ReachPanel t={t} addresses={await listOwnAddresses(ctx)} />}
          <ChoiceForm
            lang={ctx.lang}
            layer={owner.layer}
            action={address}
            values={returned?.values ?? { ...valuesOf(layer.own), version: String(layer.version) }}
            above={shownValues(layer.above)}
            problems={returned?.problems ?? []}
          />
          {!saysNothing(layer.own) && <ClearForm t={t} owner={owner} address={address} layer={layer} />}
        </Stack>
      </>
    ),
  });
}

/** With whom a layer above people reaches; undefined for a person. */
async function reachOf(ctx: Ctx, owner: ChoiceOwner): Promise<DefaultRow | undefined> {
  if (owner.layer === 'person') return undefined;
  const unitId = owner.layer === 'unit' ? owner.unitId : null;
  return (await listDefaults(ctx)).find((row) => row.unitId === unitId);
}

async function whatWillHappen(ctx: Ctx, { own, above }: LayerChoice): Promise<HappeningWords[]> {
  const choice = resolveChoice([own], above);
  const calendar = await loadOfficeCalendar(ctx);
  return happeningWords(ctx.lang, choice, whatHappens(choice, calendar, ctx.clock.now()));
}

function HappensPanel(props: {
  ctx: Ctx;
  layer: LayerChoice;
  happenings: readonly HappeningWords[];
  reached: DefaultRow | undefined;
  isTried: boolean;
}) {
  const { ctx, layer, happenings, reached, isTried } = props;
  const t = texts(ctx.lang);
  return (
    <Panel id="happens" title={isTried ? t.happens.tried : t.happens.title}>
      <Facts layout="rows" facts={happenings} />
      {reached && (
        <p>{t.people(formatNumber(ctx.lang, reached.people), formatNumber(ctx.lang, reached.choosers))}</p>
      )}
      {layer.chosenAt && (
        <p>
          <small>{t.changedBy(layer.chosenBy, formatInstant(ctx.lang, layer.chosenAt))}</small>
        </p>
      )}
    </Panel>
  );
}

/** By which ways a person can be reached at all; a number of a messenger says nothing to people. */
function ReachPanel({ t, addresses }: { t: Texts; addresses: ReadonlyMap<Channel, string> }) {
  const words = (channel: Channel) => {
    const address = addresses.get(channel);
    if (address === undefined) return t.reach.none[channel];
    return channel === 'zalo' ? t.reach.linked : address;
  };
  return (
    <Panel
      id="reach"
      title={t.reach.title}
      actions={
        <LinkButton size="small" href={contactsLink}>
          {t.reach.change}
        </LinkButton>
      }
    >
      <Facts
        layout="rows"
        facts={channels.map((channel) => ({ label: t.channel[channel], value: words(channel) }))}
      />
    </Panel>
  );
}

function ClearForm(props: { t: Texts; owner: ChoiceOwner; address: string; layer: LayerChoice }) {
  const { t, owner, address, layer } = props;
  return (
    <form method="post" action={address}>
      <input type="hidden" name="version" value={String(layer.version)} />
      <Stack>
        <p>{t.clearText}</p>
        <ButtonRow>
          <Button name="deed" value="bo">
            {t.clear[owner.layer]}
          </Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}
