import { sql } from 'kysely';
import { formatDate } from '#platform/i18n/format.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { bestRows } from '#platform/search/best-rows.server.ts';
import type { SearchHit, SearchSource } from '#platform/search/search-source.ts';
import { isTooShort, readSearch } from '#platform/search/search-words.ts';
import { withinTime } from '#platform/search/time-limit.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { taskLink, tasksLink } from '../links.ts';
import type { TaskStage } from './task-life.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Open tasks first, then as the plan has them. */
const ties = sql`row(t.state <> 'open', t.ordinal, t.id)`;

/** A slip of the keys is worth no longer wait. */
const patienceMs = 1_000;
const mostNear = 5;

/** Tasks that are spelled nearly like a search that found none; none either when looking takes too long. */
export async function findNearTasks(ctx: Ctx, typed: string): Promise<readonly SearchHit[]> {
  const words = readSearch(typed);
  if (!words || isTooShort(words)) return [];
  const how = { limit: mostNear, isNear: true };
  return (await withinTime(ctx.db, patienceMs, () => taskSource.find(ctx, words, how)))?.hits ?? [];
}

/** Tasks for the search of everything: their code, state and deadline tell them apart. */
export const taskSource: SearchSource = {
  key: 'task',
  title: (lang) => texts(lang).list,
  isOpenTo: (actor) =>
    [actor, ...(actor.standsInFor ?? [])].some(({ grants }) => grants.has('planning.task.read')),
  listHref: (typed) => tasksLink({ tim: typed, loai: 'moi-viec' }),
  find: async (ctx, words, how) => {
    const t = texts(ctx.lang);
    const query = ctx.db
      .selectFrom('planning.task as t')
      .select(['t.id', 't.code', 't.title', 't.stage', 't.due_on'])
      .where('t.tenant_id', '=', ctx.tenant.id)
      .where(visibleTo(ctx.actor))
      .where('t.nature', '<>', 'series');
    const { rows, total } = await bestRows(ctx.db, query, { alias: 't', ties }, words, how);
    return {
      total,
      hits: rows.map((row) => ({
        title: row.title,
        note: [row.code, t.stage[row.stage as TaskStage], row.due_on && formatDate(row.due_on as PlainDate)]
          .filter(Boolean)
          .join(' · '),
        href: taskLink(row.id),
      })),
    };
  },
};
