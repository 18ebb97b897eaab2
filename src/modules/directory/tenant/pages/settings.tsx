import { conflictOf } from '#platform/conflict/conflict.server.ts';
import { isAsSeen, seenField, seenText } from '#platform/conflict/seen.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button } from '#ui/button/button.tsx';
import { Conflict } from '#ui/conflict/conflict.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { HiddenField, KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { settingsLink } from '../../links.ts';
import { editSettings } from '../commands.server.ts';
import { settingsForm } from '../input.ts';
import * as policy from '../policy.ts';
import { getSettings, holdSettings } from '../queries.server.ts';
import type { Settings } from '../settings.ts';
import { texts } from '../texts.ts';

const fields = ['name', 'address', 'phone', 'email'] as const;
type Typed = Readonly<Partial<Record<(typeof fields)[number] | 'seen', string>>>;

/** What the office is called and how people reach it. */
export async function settingsPage(ctx: Ctx): Promise<PageReply> {
  return form(ctx);
}

/** Stores the settings of the office. */
export async function editSettingsAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, req.form.text(name)]));
  const parsed = settingsForm.safeParse(typed);
  if (!parsed.success) {
    const problems = fieldProblems(parsed.error.issues, t.fault, t.fault.other);
    return form(ctx, { ...typed, seen: req.form.text(seenField) }, problems);
  }
  const now = factsOf(await holdSettings(ctx));
  if (!isAsSeen(req.form, now)) return conflict(ctx, req, now);
  await editSettings(ctx, parsed.data);
  return seeOther(settingsLink, { tone: 'ok', text: t.saved });
}

function factsOf(settings: Settings) {
  return Object.fromEntries(fields.map((name) => [name, settings[name]]));
}

/** Somebody saved the settings since this person opened them: both versions. */
async function conflict(ctx: Ctx, req: Req, now: Readonly<Record<string, string>>): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = { kind: 'tenant', id: ctx.tenant.id, acts: ['directory.tenant.edit'] };
  const typed = Object.fromEntries(fields.map((name) => [name, req.form.text(name)]));
  return page({
    status: 409,
    title: t.title,
    current: settingsLink,
    body: (
      <>
        <PageHead title={t.title} />
        <Conflict
          {...(await conflictOf(ctx, req.form, record, { now, typed }))}
          action={settingsLink}
          backHref={settingsLink}
          fields={fields.map((name) => ({ name, label: t[name] }))}
        />
      </>
    ),
  });
}

async function form(ctx: Ctx, typed?: Typed, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.edit(ctx.actor));
  const t = texts(ctx.lang);
  const settings = await getSettings(ctx);
  const about = (name: (typeof fields)[number]) => ({
    name,
    label: t[name],
    value: typed?.[name] ?? settings[name],
    error: problems.find((one) => one.fieldId === name)?.text,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    records: [{ kind: 'tenant', id: ctx.tenant.id }],
    current: settingsLink,
    keepsForms: true,
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          <KeptForm action={settingsLink} class="form">
            <HiddenField name={seenField} value={typed?.seen || seenText(factsOf(settings))} />
            <TextField {...about('name')} hint={t.nameHint} required />
            <TextField {...about('address')} />
            <TextField {...about('phone')} inputMode="tel" />
            <TextField {...about('email')} inputMode="email" />
            <Button kind="primary">{t.save}</Button>
          </KeptForm>
          <Facts
            layout="rows"
            facts={[
              { label: t.code, value: settings.officialCode ?? t.noCode },
              { label: t.slug, value: settings.slug },
            ]}
          />
        </Stack>
      </>
    ),
  });
}
