import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { apiDocsLink, machineLink, machinesLink } from '../../links.ts';
import { listRoles } from '../../role/queries.server.ts';
import { roleName } from '../../role/role-name.ts';
import { createMachine } from '../commands.server.ts';
import { machineForm } from '../input.ts';
import { longestMachineName, type Machine } from '../machine.ts';
import * as policy from '../policy.ts';
import { listMachines } from '../queries.server.ts';
import { texts } from '../texts.ts';

type Typed = Readonly<Partial<Record<'name' | 'roleId', string>>>;

/** The programs that work for the office in their own name, and the form for one more. */
export async function machineListPage(ctx: Ctx): Promise<PageReply> {
  return list(ctx, {});
}

/** Names a program, and goes to the page where its key is made. */
export async function createMachineAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.create(ctx.actor));
  must(proven(ctx));
  const t = texts(ctx.lang);
  const typed = { name: req.form.text('name'), roleId: req.form.text('roleId') };
  const parsed = machineForm.safeParse(typed);
  if (!parsed.success) return list(ctx, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  const outcome = await createMachine(ctx, parsed.data);
  if (outcome.ok) return seeOther(machineLink(outcome.value), { tone: 'ok', text: t.created });
  const fieldId = outcome.code === 'name-taken' ? 'name' : 'roleId';
  return list(ctx, typed, [{ fieldId, text: t.refusal[outcome.code] }]);
}

async function list(ctx: Ctx, typed: Typed, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.create(ctx.actor));
  const t = texts(ctx.lang);
  const machines = await listMachines(ctx);
  const roles = await listRoles(ctx);
  const nameOf = (machine: Machine) => {
    const role = roles.find((one) => one.id === machine.roleId);
    return role ? roleName(ctx.lang, role) : '';
  };
  const errorOf = (name: string) => problems.find((one) => one.fieldId === name)?.text;
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: machinesLink,
    trash: 'machine',
    keepsForms: true,
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={<LinkButton href={apiDocsLink}>{t.docs}</LinkButton>}
        />
        <Stack>
          {machines.length === 0 ? (
            <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
          ) : (
            <Table<Machine>
              caption={t.caption}
              rows={machines}
              rowKey={(machine) => machine.id}
              columns={[
                {
                  key: 'name',
                  label: t.name,
                  priority: 'lead',
                  render: (machine) => <a href={machineLink(machine.id)}>{machine.name}</a>,
                },
                { key: 'role', label: t.role, size: 'long', render: nameOf },
                {
                  key: 'tokens',
                  label: t.tokens,
                  size: 'medium',
                  render: (machine) =>
                    machine.isEnded ? (
                      <Tag tone="paused">{t.ended}</Tag>
                    ) : (
                      formatNumber(ctx.lang, machine.tokenCount)
                    ),
                },
              ]}
            />
          )}
          <Panel id="add" title={t.add}>
            <KeptForm action={machinesLink} class="form">
              <TextField
                name="name"
                label={t.name}
                hint={t.nameHint}
                value={typed.name}
                maxLength={longestMachineName}
                required
                error={errorOf('name')}
              />
              <SelectField
                name="roleId"
                label={t.role}
                hint={t.roleHint}
                value={typed.roleId}
                emptyLabel={t.choose}
                options={roles
                  .filter((role) => !role.isEnded)
                  .map((role) => ({ value: role.id, label: roleName(ctx.lang, role) }))}
                required
                error={errorOf('roleId')}
              />
              <Button kind="primary">{t.add}</Button>
            </KeptForm>
          </Panel>
        </Stack>
      </>
    ),
  });
}
