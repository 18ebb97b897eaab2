import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { type Hit, HitList } from '#ui/hit-list/hit-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { freezeLink } from '#modules/lists/links.ts';
import { isItself } from '../what-is-frozen.server.ts';
import { longestTitle } from '../frozen-record.ts';
import type { FreezingPlace } from '../frozen-source.ts';
import { freezeForLink, recordWord } from '../links.ts';
import type { ForRecord } from '../place.server.ts';
import { texts } from '../texts.ts';

/** Single records that this person could freeze, as ways to do so; undefined where they see no kind of them. */
export async function listSingles(
  ctx: Ctx,
  place: FreezingPlace,
  forRecord: ForRecord | undefined,
  search: string,
): Promise<readonly Hit[] | undefined> {
  const kinds = place.sources.filter((one) => !one.isList).filter((one) => one.mayFreeze(ctx.actor));
  if (kinds.length === 0) return undefined;
  const record = forRecord && recordWord(forRecord.owner.kind, forRecord.record.id);
  const hits: Hit[] = [];
  for (const source of kinds)
    for (const one of await source.candidates(ctx, search))
      if (!forRecord || !isItself(forRecord.owner, forRecord.record.id, source, one.id))
        hits.push({
          title: one.title,
          note: [source.title(ctx), one.note].filter(Boolean).join(' · '),
          href: freezeForLink({ source: source.name, query: one.id, record }),
        });
  return hits;
}

/** A single record to be found by its number or title; before anything is typed, those that come first in their lists. */
export function ChooseSingle(props: {
  lang: Lang;
  record: string | undefined;
  search: string;
  hits: readonly Hit[];
}) {
  const t = texts(props.lang).single.choose;
  return (
    <Panel id="records" title={t.title}>
      <Stack>
        <form method="get" action={freezeLink()} class="form">
          {props.record && <input type="hidden" name="cho" value={props.record} />}
          <TextField
            name="tim"
            label={t.search}
            hint={t.hint}
            inputMode="search"
            maxLength={longestTitle}
            value={props.search}
          />
          <p class="form-actions">
            <Button>{t.find}</Button>
          </p>
        </form>
        {props.hits.length === 0 ? <p role="status">{t.none}</p> : <HitList hits={props.hits} />}
      </Stack>
    </Panel>
  );
}
