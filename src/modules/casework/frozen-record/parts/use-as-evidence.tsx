import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { freezeForLink } from '../links.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';

/** The way from the page of a record to freezing it as proof of another; nothing for who may not bring proof. */
export function UseAsEvidence({ ctx, kind, id }: { ctx: Ctx; kind: string; id: string }) {
  if (!policy.begin(ctx.actor).allowed) return null;
  return <LinkButton href={freezeForLink({ source: kind, query: id })}>{texts(ctx.lang).use}</LinkButton>;
}
