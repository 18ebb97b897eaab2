import { parseId } from '#platform/db/id.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { addressOf, writeFilter } from '#platform/list/address.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { bulkLink, bulkRunLink } from '../../links.ts';
import { allWord, chosenWord, deedWord } from '../../list-page/selected.ts';
import type { BulkDeed, BulkList, BulkTarget } from '../bulk-list.server.ts';
import { type DeedInput, mostAtOnce } from '../bulk-run.ts';
import { carryOn } from '../carry-on.server.ts';
import { startRun } from '../commands.server.ts';
import { Foreseen } from '../parts/foreseen.tsx';
import * as policy from '../policy.ts';
import { getRun } from '../queries.server.ts';
import { mostRowsOf, readSelected, rowsMeant, rowsOf, type Selected } from '../selected-rows.server.ts';
import { texts } from '../texts.ts';

const previewWord = 'xem-truoc';

/** What is asked of the selected rows, and before it is done, what would become of each. Changes nothing. */
export async function bulkFormPage(ctx: Ctx, req: Req, list: BulkList): Promise<PageReply> {
  must(policy.start(ctx.actor, list.act));
  return form(ctx, list, req.query, req.query.has(previewWord));
}

/** Does the deed to each of the selected rows: at once where they are few, else in the background. */
export async function bulkFormAction(ctx: Ctx, req: Req, list: BulkList): Promise<Reply> {
  must(policy.start(ctx.actor, list.act));
  const given = sentOf(req);
  const deed = deedOf(ctx, list, given);
  if (deed?.needsProof) must(proven(ctx));
  const read = deed && (await deed.read(ctx, inputOf(given)));
  const { targets: found } = await rowsOf(ctx, list, readSelected(list, given), deed);
  const targets = deed && read?.ok ? rowsMeant(deed, read.input, found) : found;
  if (!deed || !read?.ok || targets.length === 0) {
    return { ...(await form(ctx, list, given, true)), status: 422 };
  }
  const { path, act } = list;
  const started = await startRun(ctx, { list: path, act, deed: deed.name, input: read.input, targets });
  if (!started.ok) throw new Error('a run was refused');
  if (targets.length <= mostAtOnce)
    await carryOn(ctx, list, await getRun(ctx, started.value), mostAtOnce + 1);
  return seeOther(bulkRunLink(list.path, started.value));
}

/** What a form sends: the address of its preview, or the fields of each row, which say themselves which rows they are. */
function sentOf(req: Req): URLSearchParams {
  const selection = req.form.text('selection');
  if (selection !== '') return new URLSearchParams(selection);
  const sent = new URLSearchParams(
    req.form.entries().filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const rows = [...sent.keys()].flatMap((name) => parseId(name.split('.')[1] ?? '') ?? []);
  for (const id of new Set(rows)) sent.append(chosenWord, id);
  return sent;
}

/** The deed of the address, where this person may do it at all. */
function deedOf(ctx: Ctx, list: BulkList, given: URLSearchParams): BulkDeed | undefined {
  return list.deeds.find((one) => one.name === given.get(deedWord) && one.may(ctx));
}

function inputOf(given: URLSearchParams): DeedInput {
  return Object.fromEntries([...given].map(([name, value]) => [name, value.normalize('NFC').trim()]));
}

async function form(
  ctx: Ctx,
  list: BulkList,
  given: URLSearchParams,
  isPreview: boolean,
): Promise<PageReply> {
  const t = texts(ctx.lang);
  const deed = deedOf(ctx, list, given);
  if (deed?.needsProof) must(proven(ctx));
  const selected = readSelected(list, given);
  const { targets, tooMany } = await rowsOf(ctx, list, selected, deed);
  const back = addressOf(list.path, writeFilter(list.shape, selected.filter));
  const title = deed ? t.title(deed.label(ctx), list.title(ctx)) : t.unknown;
  const number = (n: number) => formatNumber(ctx.lang, n);
  const isReady = deed !== undefined && targets.length > 0;
  return page({
    title,
    current: list.path,
    keepsForms: deed?.eachRow !== undefined,
    crumbs: [{ label: list.title(ctx), href: back }, { label: title }],
    body: (
      <>
        {isReady ? (
          await (deed.eachRow ? EachRowForm : DeedForm)({
            ctx,
            list,
            deed,
            given,
            selected,
            targets,
            back,
            isPreview,
            title,
          })
        ) : (
          <>
            <PageHead title={title} />
            <EmptyState
              title={deed ? t.nothing.title : t.unknown}
              action={<LinkButton href={back}>{t.back}</LinkButton>}
            >
              {tooMany === undefined ? t.nothing.text : t.tooMany(number(tooMany), number(mostRowsOf(deed)))}
            </EmptyState>
          </>
        )}
      </>
    ),
  });
}

interface DeedFormProps {
  readonly ctx: Ctx;
  readonly list: BulkList;
  readonly deed: BulkDeed;
  readonly given: URLSearchParams;
  readonly selected: Selected;
  readonly targets: readonly BulkTarget[];
  readonly back: string;
  readonly isPreview: boolean;
  readonly title: string;
}

async function DeedForm({
  ctx,
  list,
  deed,
  given,
  selected,
  targets,
  back,
  isPreview,
  title,
}: DeedFormProps) {
  const t = texts(ctx.lang);
  const read = await deed.read(ctx, inputOf(given));
  const problems = isPreview && !read.ok ? read.problems : [];
  const fields = await deed.fields(ctx, inputOf(given), problems);
  const needsNothing = fields === null || fields === undefined;
  const rows = formatNumber(ctx.lang, targets.length);
  const showsPreview = read.ok && (isPreview || needsNothing);
  const foreseen = showsPreview
    ? await deed.foresee(
        ctx,
        targets.map((target) => target.id),
        read.input,
      )
    : undefined;
  const willDo = targets.filter((target) => foreseen?.get(target.id) === undefined).length;
  return (
    <Stack>
      <ErrorSummary title={t.errorTitle} problems={[...problems]} />
      <PageHead title={title} lead={selected.isAll ? t.chosenAll(rows) : t.chosen(rows)} />
      {!needsNothing && (
        <Panel id="deed" title={deed.label(ctx)}>
          <form class="form" action={bulkLink(list.path)}>
            <SelectionFields list={list} deed={deed} selected={selected} />
            <input type="hidden" name={previewWord} value="1" />
            {fields}
            <ButtonRow>
              <Button kind={showsPreview ? 'secondary' : 'primary'}>
                {showsPreview ? t.previewAgain : t.preview}
              </Button>
              <LinkButton kind="quiet" href={back}>
                {t.back}
              </LinkButton>
            </ButtonRow>
          </form>
        </Panel>
      )}
      {foreseen && read.ok && (
        <Panel id="preview" title={t.previewTitle} note={read.words.join('; ')}>
          <Stack>
            <p>{t.previewText}</p>
            {targets.length > mostAtOnce && <Notice tone="info" title={t.background} />}
            <Foreseen ctx={ctx} list={list} targets={targets} reasons={foreseen} />
            {willDo > 0 && (
              <form class="form" method="post" action={bulkLink(list.path)}>
                <input type="hidden" name="selection" value={given.toString()} />
                <ButtonRow>
                  <Button kind="primary">{t.go(deed.label(ctx), formatNumber(ctx.lang, willDo))}</Button>
                  <LinkButton kind="quiet" href={back}>
                    {t.back}
                  </LinkButton>
                </ButtonRow>
              </form>
            )}
          </Stack>
        </Panel>
      )}
    </Stack>
  );
}

/** One form with fields for each row: what is filled in is done when it is sent. */
async function EachRowForm({
  ctx,
  list,
  deed,
  given,
  selected,
  targets,
  back,
  isPreview,
  title,
}: DeedFormProps) {
  const t = texts(ctx.lang);
  const read = isPreview ? await deed.read(ctx, inputOf(given)) : undefined;
  const problems = read && !read.ok ? read.problems : [];
  const count = selected.isAll ? await list.count(ctx, selected.filter) : undefined;
  const number = (n: number) => formatNumber(ctx.lang, n);
  return (
    <Stack>
      <ErrorSummary title={t.eachRow.errorTitle} problems={[...problems]} />
      <PageHead title={title} lead={t.eachRow.lead} />
      {count && count.rows > targets.length && (
        <Notice tone="info" title={t.eachRow.first(number(targets.length), number(count.rows))} />
      )}
      <KeptForm action={bulkLink(list.path)} class="form">
        <SelectionFields list={list} deed={deed} selected={{ ...selected, isAll: false, ids: [] }} />
        {await deed.eachRow?.fields(ctx, targets, inputOf(given), problems)}
        <ButtonRow>
          <Button kind="primary">{deed.label(ctx)}</Button>
          <LinkButton kind="quiet" href={back}>
            {t.back}
          </LinkButton>
        </ButtonRow>
      </KeptForm>
    </Stack>
  );
}

/** The deed, its rows and the filter that they came from, as a form carries them on. */
function SelectionFields({ list, deed, selected }: Pick<DeedFormProps, 'list' | 'deed' | 'selected'>) {
  const parts = [
    ...writeFilter(list.shape, selected.filter),
    [deedWord, deed.name] as const,
    ...(selected.isAll ? [[allWord, '1'] as const] : selected.ids.map((id) => [chosenWord, id] as const)),
  ];
  return (
    <>
      {parts.map(([name, value], at) => (
        <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
