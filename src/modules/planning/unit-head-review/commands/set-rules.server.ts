import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from '../policy.ts';
import type { ReviewSettings } from '../review-rules.ts';
import { toldParts } from '../review-rules.ts';
import { listRuleVersions } from '../rules.server.ts';

/**
 * Sets what the decree leaves open, as another version: months that are decided keep theirs. Refuses weights that leave
 * the tasks out altogether, and a version that is not the present one any more.
 */
export function setRules(
  ctx: Ctx,
  given: { readonly settings: ReviewSettings; readonly version: number },
): Promise<Outcome<{ version: number }, 'changed-meanwhile' | 'no-weight'>> {
  return act<{ version: number }, 'changed-meanwhile' | 'no-weight'>(
    ctx,
    'planning.unit-head-review.set-rules',
    async (tx) => {
      must(policy.setRules(ctx.actor));
      const { settings } = given;
      if (toldParts.every((part) => settings.weights[part] === 0)) return refused('no-weight');
      const present = (await listRuleVersions(ctx))[0]?.version ?? 0;
      if (present !== given.version) return refused('changed-meanwhile');
      const version = present + 1;
      const stored = await tx.db
        .insertInto('planning.unit_head_review_rules')
        .values({
          tenant_id: ctx.tenant.id,
          version,
          at: tx.now,
          actor_name: ctx.actor.name,
          settings: JSON.stringify(settings),
        })
        // Of two who save at once the second waits for the first, and finds its version taken.
        .onConflict((conflict) => conflict.columns(['tenant_id', 'version']).doNothing())
        .executeTakeFirst();
      if (stored.numInsertedOrUpdatedRows === 0n) return refused('changed-meanwhile');
      const { weights, conversion, rubric, ...percents } = settings;
      await tx.audit({
        recordKind: 'tenant',
        recordId: ctx.tenant.id,
        before: { version: present },
        after: { version, ...weights, ...conversion, ...percents, rubric },
      });
      return done({ version });
    },
  );
}
