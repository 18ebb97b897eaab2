import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { type Fact, Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { evidenceFileLink, evidenceLink } from '../../evidence/links.ts';
import { texts as evidenceTexts } from '../../evidence/texts.ts';
import type { FrozenFacts, FrozenRecord, ShownRows } from '../frozen-record.ts';
import { type Difference, differencesOf } from '../record-difference.ts';
import { texts } from '../texts.ts';

/** What a single record said when it was frozen beside what it says now: the places at which that differs. */
export function SaidThenNowPanel(props: {
  ctx: Ctx;
  one: FrozenRecord & { readonly frozen: FrozenFacts };
  /** What it says now, as far as this person sees it; undefined where they may not, or it is gone. */
  now: ShownRows['rows'] | undefined;
  live: string | undefined;
  /** The proof whose file holds what was frozen, and the address of its record. */
  proof: { readonly link: string; readonly attachmentId: string };
}) {
  const { ctx, one, now, live, proof } = props;
  const t = texts(ctx.lang);
  const words = t.single.thenNow;
  const { frozen } = one;
  const differences = now && differencesOf(frozen.shown.rows, now);
  const changed = differences?.length ?? 0;
  const told =
    changed === 0 ? words.same : `${words.changed(formatNumber(ctx.lang, changed))} ${words.ownEyes}`;
  return (
    <Panel id="then-now" title={t.thenNow.title} note={differences ? told : words.away}>
      <Stack>
        {differences && changed > 0 && <Differences ctx={ctx} frozen={frozen} differences={differences} />}
        <Facts
          layout="rows"
          facts={[
            { label: t.single.confirm.record, value: frozen.conditions.join('; ') },
            { label: t.facts.at, value: formatInstant(ctx.lang, frozen.at) },
            { label: t.facts.by, value: one.askedByName },
          ]}
        />
        <ButtonRow>
          <LinkButton
            size="small"
            icon="download"
            href={evidenceFileLink(proof.link, proof.attachmentId, frozen.version)}
            download
          >
            {words.file}
          </LinkButton>
          {live && (
            <LinkButton size="small" href={live}>
              {words.live}
            </LinkButton>
          )}
        </ButtonRow>
        <p>
          <a href={evidenceLink(proof.link, proof.attachmentId)}>{evidenceTexts(ctx.lang).more}</a>
        </p>
      </Stack>
    </Panel>
  );
}

function Differences(props: { ctx: Ctx; frozen: FrozenFacts; differences: readonly Difference[] }) {
  const t = texts(props.ctx.lang);
  const words = t.single.thenNow;
  return (
    <Table
      caption={words.caption}
      frame="none"
      rows={props.differences.map((one, index) => ({ key: String(index), ...one }))}
      rowKey={(row) => row.key}
      columns={[
        { key: 'label', label: t.single.label, priority: 'lead', render: (row) => row.label },
        {
          key: 'then',
          label: t.thenNow.frozen(formatInstant(props.ctx.lang, props.frozen.at)),
          render: (row) => row.frozen ?? words.none,
        },
        { key: 'now', label: t.thenNow.now, render: (row) => row.now ?? words.none },
      ]}
    />
  );
}

/** What the record said when it was frozen. */
export function FrozenSaidPanel({ ctx, frozen }: { ctx: Ctx; frozen: FrozenFacts }) {
  const t = texts(ctx.lang).single.said;
  const { rows } = frozen.shown;
  return (
    <Panel id="rows" title={t.title} note={frozen.rowCount > rows.length ? t.first : undefined}>
      <Facts layout="rows" facts={underLabels(rows)} />
    </Panel>
  );
}

/** Rows that follow each other under one label, as one fact with a paragraph each. */
function underLabels(rows: ShownRows['rows']): Fact[] {
  const groups: { label: string; texts: string[] }[] = [];
  for (const [label = '', text = ''] of rows) {
    const last = groups.at(-1);
    if (last?.label === label) last.texts.push(text);
    else groups.push({ label, texts: [text] });
  }
  return groups.map(({ label, texts: paragraphs }) => ({
    label,
    value: paragraphs.map((text, index) => <p key={String(index)}>{text}</p>),
  }));
}
