import { listActorsOf, listOfficers } from '#modules/directory/index.server.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { OwnedRecord } from '../follow/record-owner.server.ts';
import { mentionSpans } from './mention-spans.ts';
import { mostMentions } from './note.ts';

export type MentionRefusal =
  | 'unknown-name'
  | 'ambiguous-name'
  | 'unknown-person'
  | 'too-many-mentions'
  | 'cannot-see';

/**
 * Who is named in a text, with those who were chosen besides. Refuses, with the name, one that no officer or several
 * officers bear, and somebody who does not see the record; one who was chosen is meant where several bear the name.
 */
export async function resolveMentions(
  ctx: Ctx,
  record: OwnedRecord,
  text: string,
  chosen: readonly string[],
): Promise<Outcome<readonly string[], MentionRefusal>> {
  if (chosen.length === 0 && !text.includes('@')) return done([]);
  const officers = await listOfficers(ctx);
  const names = new Map<string, string>(officers.map(({ id, fullName }) => [id, fullName]));
  if (chosen.some((id) => !names.has(id))) return refused('unknown-person');
  const meant = new Set(chosen);
  for (const span of mentionSpans<string>(text, officers)) {
    const ids = span.ids.some((id) => meant.has(id)) ? span.ids.filter((id) => meant.has(id)) : span.ids;
    if (ids.length === 0) return refused('unknown-name', { name: span.typed });
    if (span.ids.length > 1 && ids.length === span.ids.length)
      return refused('ambiguous-name', { name: span.typed, count: ids.length });
    for (const id of ids) meant.add(id);
  }
  if (meant.size > mostMentions) return refused('too-many-mentions');
  const blind = await whoDoesNotSee(ctx, record, [...meant]);
  return blind === undefined ? done([...meant]) : refused('cannot-see', { name: names.get(blind) ?? '' });
}

/** The first of these officers who does not see the record; whoever has no account sees none. */
async function whoDoesNotSee(
  ctx: Ctx,
  record: OwnedRecord,
  officerIds: readonly string[],
): Promise<string | undefined> {
  const actors = await listActorsOf(ctx, officerIds);
  const seeing = new Set<string | null>(
    actors.filter((actor) => record.isSeenBy(actor)).map((actor) => actor.officerId),
  );
  return officerIds.find((id) => !seeing.has(id));
}
