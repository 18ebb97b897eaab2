import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { newOfficerLink, officerLink, officersLink } from '../../links.ts';
import { listUnits } from '../../unit/queries.server.ts';
import { createOfficer } from '../commands.server.ts';
import { newOfficerForm } from '../input.ts';
import { PersonFields, UnitField } from '../parts/officer-fields.tsx';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

type Typed = Record<'fullName' | 'positionTitle' | 'unitId' | 'isHead', string>;

/** The form for a new officer. */
export async function newOfficerPage(ctx: Ctx): Promise<PageReply> {
  return form(ctx, { fullName: '', positionTitle: '', unitId: '', isHead: '' });
}

/** Enters an officer, and goes to their page, where the account is opened. */
export async function createOfficerAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const typed = Object.fromEntries(
    (['fullName', 'positionTitle', 'unitId', 'isHead'] as const).map((name) => [name, req.form.text(name)]),
  ) as Typed;
  const parsed = newOfficerForm.safeParse(typed);
  if (!parsed.success) return form(ctx, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const outcome = await createOfficer(ctx, { ...parsed.data, unitId: parsed.data.unitId as Id<'unit'> });
  if (outcome.ok) return seeOther(officerLink(outcome.value), { tone: 'ok', text: t.created });
  return form(ctx, typed, [{ fieldId: 'unitId', text: t.refusal[outcome.code] }]);
}

async function form(ctx: Ctx, typed: Typed, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.create(ctx.actor));
  const t = texts(ctx.lang);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.newTitle,
    current: officersLink,
    keepsForms: true,
    crumbs: [{ label: t.title, href: officersLink }, { label: t.newTitle }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.newTitle} />
        <KeptForm action={newOfficerLink} class="form">
          <PersonFields
            lang={ctx.lang}
            values={{ ...typed, isHead: typed.isHead === '1' }}
            problems={problems}
          />
          <UnitField
            lang={ctx.lang}
            label={t.unit}
            units={await listUnits(ctx)}
            value={typed.unitId}
            problems={problems}
          />
          <p class="form-actions">
            <Button kind="primary">{t.save}</Button>
            <LinkButton kind="quiet" href={officersLink}>
              {t.back}
            </LinkButton>
          </p>
        </KeptForm>
      </>
    ),
  });
}
