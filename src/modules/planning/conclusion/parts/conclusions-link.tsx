import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { conclusionsLink } from '../../links.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The way from the list of tasks to the conclusions. */
export function ConclusionsLink({ ctx }: { ctx: Ctx }) {
  if (!policy.read(ctx.actor).allowed) return null;
  return (
    <LinkButton size="small" kind="quiet" href={conclusionsLink}>
      {texts(ctx.lang).list}
    </LinkButton>
  );
}
