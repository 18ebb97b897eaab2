import { accountLink } from '#modules/directory/links.ts';
import { reviewKeyWords } from '#modules/planning/index.server.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type KeyGroup, KeyMap } from '#ui/key-map/key-map.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { keysLink } from '../../links.ts';
import { everywhereKeys, goKeys, listKeys, paletteKeys } from '../key-map.ts';
import { texts } from '../texts.ts';

/** What every key does, on every page and on those with keys of their own. */
export async function shortcutsPage(ctx: Ctx): Promise<PageReply> {
  const t = texts(ctx.lang);
  return page({
    title: t.title,
    current: keysLink,
    body: (
      <Stack>
        <PageHead title={t.title} lead={t.lead} />
        <Panel
          id="keys"
          title={t.title}
          footer={
            <>
              {t.plainKeys} <a href={`${accountLink}#keys`}>{t.account}</a>.
            </>
          }
        >
          <KeyMap groups={keyGroups(ctx.lang)} level={3} />
        </Panel>
      </Stack>
    ),
  });
}

/** The whole keyboard map; `where` says by which mark a page shows that a group works on it. */
function keyGroups(lang: Lang): KeyGroup[] {
  const t = texts(lang);
  return [
    {
      title: t.everywhere.title,
      keys: everywhereKeys.map(({ keys, meaning }) => ({ keys, meaning: t.everywhere[meaning] })),
    },
    {
      title: t.go.title,
      keys: Object.values(goKeys).map(({ letter, name }) => ({
        keys: t.inTurn('g', letter),
        meaning: t.go[name],
      })),
    },
    {
      title: t.list.title,
      note: t.list.note,
      where: 'main [data-row]',
      keys: listKeys.map(({ keys, meaning }) => ({ keys, meaning: t.list[meaning] })),
    },
    {
      title: t.review.title,
      note: t.review.note,
      where: 'main [data-keys]',
      keys: reviewKeyWords(lang),
    },
    {
      title: t.palette.title,
      keys: paletteKeys.map(({ keys, meaning }) => ({ keys, meaning: t.palette[meaning] })),
    },
  ];
}
