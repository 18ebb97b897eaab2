import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { RailPart } from '#ui/facts/facts.tsx';
import { type Follower, mostNamed } from '../follow.ts';
import { followLink } from '../links.ts';
import * as policy from '../policy.ts';
import { listFollowers } from '../queries.server.ts';
import type { RecordOwner } from '../record-owner.server.ts';
import { texts } from '../texts.ts';

/** Who follows a record, read beforehand. */
export interface ShownFollowers {
  readonly ctx: Ctx;
  readonly link: string;
  readonly followers: readonly Follower[];
}

/** Reads who follows a record for its page. */
export async function showFollowers(ctx: Ctx, owner: RecordOwner, recordId: string): Promise<ShownFollowers> {
  return { ctx, link: `${owner.path}/${recordId}`, followers: await listFollowers(ctx, owner, recordId) };
}

/** Who follows the record, as a part beside its facts. */
export function Followers({ shown: { ctx, followers } }: { shown: ShownFollowers }) {
  const t = texts(ctx.lang);
  const others = followers.length - mostNamed;
  return (
    <RailPart id="followers" title={t.title}>
      {followers.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul>
          {followers.slice(0, mostNamed).map((one) => (
            <li key={one.officerId}>
              {one.name}
              {one.reason === 'mentioned' && <small> · {t.mentioned}</small>}
            </li>
          ))}
          {others > 0 && <li>{t.more(formatNumber(ctx.lang, others))}</li>}
        </ul>
      )}
    </RailPart>
  );
}

/** The button by which the person follows the record or stops; nothing for who has no right to. */
export function FollowButton({ shown: { ctx, link, followers } }: { shown: ShownFollowers }) {
  const t = texts(ctx.lang);
  const isFollowed = followers.some((one) => one.officerId === ctx.actor.officerId);
  const decision = isFollowed ? policy.stop(ctx.actor) : policy.begin(ctx.actor);
  if (!decision.allowed) return null;
  return (
    <form method="post" action={followLink(link, isFollowed ? 'thoi-theo-doi' : 'theo-doi')}>
      <Button>{isFollowed ? t.stop : t.begin}</Button>
    </form>
  );
}
