import { sql } from 'kysely';
import { bestRows } from '#platform/search/best-rows.server.ts';
import type { SearchSource } from '#platform/search/search-source.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { officerLink, officersLink } from '../links.ts';
import { people } from './people.server.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';

const ties = sql`row(o.ended_on is not null, o.given_name collate "vi-x-icu", o.id)`;

const isOpenTo = (actor: Actor) => policy.edit(actor).allowed;

/** Officers for those who keep them, found by name. */
export const officerSource: SearchSource = {
  key: 'officer',
  title: (lang) => texts(lang).title,
  isOpenTo,
  listHref: (typed) => `${officersLink}?${new URLSearchParams({ tim: typed })}`,
  find: async (ctx, words, how) =>
    toHits(await bestRows(ctx.db, found(ctx), { alias: 'o', ties }, words, how)),
};

/** Accounts for those who keep them, found by sign-in name. */
export const accountSource: SearchSource = {
  key: 'account',
  title: (lang) => texts(lang).column.account,
  isOpenTo,
  find: async (ctx, words, how) =>
    toHits(await bestRows(ctx.db, found(ctx), { alias: 'a', ties }, words, how)),
};

function found(ctx: Ctx) {
  return people(ctx).select(['o.id', 'o.full_name', 'p.title', 'u.name', 'a.sign_in_name']);
}

function toHits({ rows, total }: { rows: PersonRow[]; total: number }) {
  return {
    total,
    hits: rows.map((row) => ({
      title: row.full_name,
      note: [row.title, row.name, row.sign_in_name].filter(Boolean).join(' · '),
      href: officerLink(row.id),
    })),
  };
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof found>['execute']>>[number];
