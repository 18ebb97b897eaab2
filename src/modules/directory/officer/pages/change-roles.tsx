import type { BulkDeed } from '#modules/lists/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { SelectField } from '#ui/field/choice-field.tsx';
import * as accountPolicy from '../../account/policy.ts';
import { listRoles } from '../../role/queries.server.ts';
import { roleName } from '../../role/role-name.ts';
import { changeRole, foreseeRoles, type RoleDeed, undoRole } from '../change-roles.server.ts';
import { texts } from '../texts.ts';

/** The address of the form holds a filter of the list too, which calls its own field otherwise. */
const roleWord = 'vai-tro-chon';

/** A role given to many officers at once, or taken away: one proof for the whole, and every rule of the single act. */
export const roleDeeds: readonly BulkDeed[] = [
  roleDeed('them-vai-tro', 'give', (ctx) => texts(ctx.lang).many.giveRole),
  roleDeed('bo-vai-tro', 'take', (ctx) => texts(ctx.lang).many.takeRole),
];

function roleDeed(name: string, deed: RoleDeed, label: (ctx: Ctx) => string): BulkDeed {
  return {
    name,
    label,
    needsProof: true,
    may: (ctx) => accountPolicy.setRoles(ctx.actor).allowed,
    fields: async (ctx, given, problems) => {
      const t = texts(ctx.lang).many;
      return (
        <>
          <p>{t.roleText}</p>
          <SelectField
            name={roleWord}
            label={t.role}
            value={given[roleWord] ?? ''}
            emptyLabel={t.roleChoose}
            options={(await standingRoles(ctx)).map((role) => ({
              value: role.id,
              label: roleName(ctx.lang, role),
            }))}
            error={problems[0]?.text}
          />
        </>
      );
    },
    read: async (ctx, given) => {
      const t = texts(ctx.lang).many;
      const role = (await standingRoles(ctx)).find((one) => one.id === given[roleWord]);
      return role
        ? {
            ok: true,
            input: { [roleWord]: role.id },
            words: [t.roleWords(label(ctx), roleName(ctx.lang, role))],
          }
        : { ok: false, problems: [{ fieldId: roleWord, text: t.roleFault }] };
    },
    foresee: (ctx, ids, input) => foreseeRoles(ctx, ids, deed, input[roleWord] ?? ''),
    run: (ctx, id, input) => changeRole(ctx, id, deed, input[roleWord] ?? ''),
    undo: undoRole,
  };
}

async function standingRoles(ctx: Ctx) {
  return (await listRoles(ctx)).filter((role) => !role.isEnded);
}
