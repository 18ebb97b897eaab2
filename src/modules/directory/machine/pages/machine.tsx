import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { scopesFor } from '../../api-token/api-token.ts';
import { createToken, revokeToken } from '../../api-token/commands.server.ts';
import { MadeToken } from '../../api-token/parts/made-token.tsx';
import { nothingTyped, TokenForm, type TypedToken } from '../../api-token/parts/token-form.tsx';
import { TokenTable } from '../../api-token/parts/token-panel.tsx';
import type { TokenOwner } from '../../api-token/policy.ts';
import { listTokens } from '../../api-token/queries.server.ts';
import { readNewToken } from '../../api-token/read-form.server.ts';
import { texts as tokenTexts } from '../../api-token/texts.ts';
import { machineLink, machinesLink, machineTokensLink, revokeMachineTokenLink } from '../../links.ts';
import { getRole } from '../../role/queries.server.ts';
import { roleName } from '../../role/role-name.ts';
import { endMachine, restoreMachine } from '../commands.server.ts';
import type { Machine } from '../machine.ts';
import * as policy from '../policy.ts';
import { getMachine } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** One program: its keys, the form for one more, and taking it out of use. */
export async function machinePage(ctx: Ctx, req: Req): Promise<PageReply> {
  return record(ctx, await getMachine(ctx, req.params.id ?? ''), nothingTyped);
}

/** Makes a key for the program and shows it this once. */
export async function createMachineTokenAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.create(ctx.actor));
  must(proven(ctx));
  const t = tokenTexts(ctx.lang);
  const machine = await getMachine(ctx, req.params.id ?? '');
  const role = await getRole(ctx, machine.roleId);
  const { typed, given, problems } = readNewToken(ctx, req, scopesFor(role.grants));
  if (!given) return record(ctx, machine, typed, problems);
  const outcome = await createToken(ctx, ownerOf(machine), given);
  if (!outcome.ok) return record(ctx, machine, typed, [{ fieldId: 'name', text: t.refusal[outcome.code] }]);
  return page({
    title: t.madeTitle,
    current: machinesLink,
    isDone: true,
    body: <MadeToken ctx={ctx} name={given.name} text={outcome.value} back={machineLink(machine.id)} />,
  });
}

/** Revokes a key of the program. */
export async function revokeMachineTokenAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = tokenTexts(ctx.lang);
  const machine = await getMachine(ctx, req.params.id ?? '');
  const outcome = await revokeToken(ctx, ownerOf(machine), req.params.token ?? '');
  return seeOther(
    machineLink(machine.id),
    outcome.ok ? { tone: 'ok', text: t.revoked } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Takes the program out of use. */
export async function endMachineAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await endMachine(ctx, req.params.id ?? '');
  return seeOther(
    machineLink(req.params.id ?? ''),
    outcome.ok
      ? { tone: 'ok', text: t.endedDone, undo: machineLink(req.params.id ?? '', 'dung-lai') }
      : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Takes the program up again. */
export async function restoreMachineAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await restoreMachine(ctx, req.params.id ?? '');
  return seeOther(
    machineLink(req.params.id ?? ''),
    outcome.ok ? { tone: 'ok', text: t.restored } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

function ownerOf(machine: Machine): TokenOwner {
  return { kind: 'machine', id: machine.id };
}

async function record(
  ctx: Ctx,
  machine: Machine,
  typed: TypedToken,
  problems: readonly FieldProblem[] = [],
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const k = tokenTexts(ctx.lang);
  const role = await getRole(ctx, machine.roleId);
  const tokens = await listTokens(ctx, ownerOf(machine));
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: machine.name,
    records: [
      { kind: 'machine', id: machine.id },
      ...tokens.map((token) => ({ kind: 'api-token', id: token.id })),
    ],
    current: machinesLink,
    keepsForms: true,
    crumbs: [{ label: t.title, href: machinesLink }, { label: machine.name }],
    body: (
      <>
        <ErrorSummary title={k.errorTitle} problems={problems} />
        <PageHead title={machine.name} lead={roleName(ctx.lang, role)} />
        <Stack>
          {tokens.length > 0 && (
            <TokenTable
              ctx={ctx}
              tokens={tokens}
              revokeHref={(tokenId) => revokeMachineTokenLink(machine.id, tokenId)}
            />
          )}
          {!machine.isEnded && (
            <Panel id="add" title={k.add}>
              <TokenForm
                ctx={ctx}
                action={machineTokensLink(machine.id)}
                scopes={scopesFor(role.grants)}
                typed={typed}
                problems={problems}
              />
            </Panel>
          )}
          <Panel id="end" title={t.endTitle}>
            <form method="post" action={machineLink(machine.id, machine.isEnded ? 'dung-lai' : 'ngung')}>
              <Stack>
                <p>{machine.isEnded ? t.restoreText : t.endText}</p>
                <Button kind={machine.isEnded ? 'primary' : 'danger'}>
                  {machine.isEnded ? t.restore : t.end}
                </Button>
              </Stack>
            </form>
          </Panel>
        </Stack>
      </>
    ),
  });
}
