import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { type Hit, HitList } from '#ui/hit-list/hit-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { freezeLink } from '#modules/lists/links.ts';
import { longestTitle } from '../frozen-record.ts';
import type { FreezingPlace, FrozenSource } from '../frozen-source.ts';
import { isItself } from '../what-is-frozen.server.ts';
import { freezeForLink, recordWord } from '../links.ts';
import { FrozenFields } from './frozen-fields.tsx';
import { texts } from '../texts.ts';

interface Props {
  readonly ctx: Ctx;
  readonly req: Req;
  readonly place: FreezingPlace;
  readonly source: FrozenSource;
  readonly query: string;
  /** What the list or the record is called. */
  readonly label: string;
}

/** The records to which this person may bring proof, to be found by their names. */
export async function ChooseRecord({ ctx, req, place, source, query, label }: Props) {
  const t = texts(ctx.lang).chooseRecord;
  const search = (req.query.get('tim') ?? '').slice(0, longestTitle);
  const hits: Hit[] = [];
  // One after another: they share one connection.
  for (const owner of place.owners)
    for (const one of await owner.candidates(ctx, search))
      if (!isItself(owner, one.id, source, query))
        hits.push({
          title: one.title,
          note: one.note,
          href: freezeForLink({ source: source.name, query, record: recordWord(owner.kind, one.id) }),
        });
  return (
    <>
      <PageHead title={t.title} lead={label} />
      <Stack>
        <form method="get" action={freezeLink()} class="form">
          <FrozenFields source={source} query={query} />
          <TextField
            name="tim"
            label={t.search}
            hint={t.hint}
            inputMode="search"
            maxLength={longestTitle}
            value={search}
          />
          <p class="form-actions">
            <Button>{t.find}</Button>
          </p>
        </form>
        {hits.length === 0 ? (
          <EmptyState icon="search" title={t.none}>
            {t.noneText}
          </EmptyState>
        ) : (
          <Panel id="found" title={t.found}>
            <HitList hits={hits} />
          </Panel>
        )}
      </Stack>
    </>
  );
}
