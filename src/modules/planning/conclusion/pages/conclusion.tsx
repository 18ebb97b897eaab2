import { EvidencePanel, showEvidence, UseAsEvidence } from '#modules/casework/index.server.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Facts, RailPart } from '#ui/facts/facts.tsx';
import { RecordLayout, Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { conclusionLink, conclusionsLink, taskLink, tasksLink } from '../../links.ts';
import { conclusionLineLink } from '../links.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { discardConclusion, restoreConclusion } from '../commands.server.ts';
import type { Conclusion, ConclusionLine } from '../conclusion.ts';
import { conclusionEvidence } from '../evidence-owner.server.ts';
import * as policy from '../policy.ts';
import { getConclusion, listLines } from '../queries.server.ts';
import { texts } from '../texts.ts';

const tones = { open: 'soon', task: 'ok', joined: 'ok', none: 'neutral' } as const;

/** One conclusion: what is to be decided, its points with what became of each, and how its tasks stand. */
export async function conclusionPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const t = texts(ctx.lang);
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  const lines = await listLines(ctx, conclusion.id);
  const papers = await showEvidence(ctx, conclusionEvidence, conclusion.id);
  const mayAdd = policy.may(ctx.actor, 'add-lines').allowed;
  const mayDiscard =
    policy.may(ctx.actor, 'discard').allowed && lines.length === 0 && papers.list.length === 0;
  return page({
    title: conclusion.title,
    records: [{ kind: 'conclusion', id: conclusion.id }],
    current: tasksLink(),
    crumbs: [
      { label: taskTexts(ctx.lang).list, href: tasksLink() },
      { label: t.list, href: conclusionsLink },
      { label: conclusion.number },
    ],
    body: (
      <>
        <PageHead
          title={conclusion.title}
          line={<span>{`${conclusion.number} · ${formatDate(conclusion.on)}`}</span>}
          actions={
            <>
              {mayAdd && (
                <LinkButton kind="primary" href={conclusionLink(conclusion.id, 'doc')}>
                  {t.addLines}
                </LinkButton>
              )}
              {mayAdd && <LinkButton href={conclusionLink(conclusion.id, 'dong')}>{t.addOne}</LinkButton>}
              {policy.may(ctx.actor, 'edit').allowed && (
                <LinkButton href={conclusionLink(conclusion.id, 'sua')} shortcut="E">
                  {t.edit}
                </LinkButton>
              )}
              <UseAsEvidence ctx={ctx} kind="conclusion" id={conclusion.id} />
              {mayDiscard && (
                <form method="post" action={conclusionLink(conclusion.id, 'bo')}>
                  <Button icon="trash">{t.discard}</Button>
                </form>
              )}
            </>
          }
        />
        <RecordLayout railLabel={t.facts} rail={<Rail ctx={ctx} conclusion={conclusion} />}>
          <Stack>
            <Figures ctx={ctx} conclusion={conclusion} />
            <Panel id="lines" title={t.lines} count={lines.length} isFlush={lines.length > 0}>
              {lines.length === 0 ? t.noLines : <Lines ctx={ctx} conclusion={conclusion} lines={lines} />}
            </Panel>
            <EvidencePanel shown={papers} title={t.files} />
          </Stack>
        </RecordLayout>
      </>
    ),
  });
}

/** Puts the conclusion into the trash, and offers to take that back. */
export async function discardConclusionAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const id = req.params.id ?? '';
  const outcome = await discardConclusion(ctx, id);
  if (!outcome.ok) return seeOther(conclusionLink(id), { tone: 'late', text: t.refusal[outcome.code] });
  return seeOther(conclusionsLink, { tone: 'ok', text: t.discarded, undo: conclusionLink(id, 'lay-lai') });
}

/** Brings the conclusion back, and goes to it. */
export async function restoreConclusionAction(ctx: Ctx, req: Req): Promise<Reply> {
  const id = req.params.id ?? '';
  await restoreConclusion(ctx, id);
  return seeOther(conclusionLink(id), { tone: 'ok', text: texts(ctx.lang).restored });
}

/** How the tasks stand; each figure opens exactly those tasks. */
function Figures({ ctx, conclusion }: { ctx: Ctx; conclusion: Conclusion }) {
  const t = texts(ctx.lang);
  if (conclusion.tasks === 0) return null;
  const figure = (label: string, value: number, query: Readonly<Record<string, string>>) => ({
    label,
    value: <a href={tasksLink({ 'ket-luan': conclusion.id, ...query })}>{formatNumber(ctx.lang, value)}</a>,
  });
  return (
    <Panel id="figures" title={t.figures}>
      <Facts
        layout="rows"
        facts={[
          figure(t.column.tasks, conclusion.tasks, {}),
          figure(t.column.done, conclusion.done, { 'trang-thai': 'done' }),
          figure(t.column.late, conclusion.late, { han: 'late' }),
        ]}
      />
    </Panel>
  );
}

function Lines(props: { ctx: Ctx; conclusion: Conclusion; lines: readonly ConclusionLine[] }) {
  const { ctx, conclusion } = props;
  const t = texts(ctx.lang);
  const mayEdit = policy.may(ctx.actor, 'edit-line').allowed;
  const shown = (line: ConclusionLine) => formatNumber(ctx.lang, line.ordinal);
  return (
    <Table<ConclusionLine>
      caption={t.lineCaption}
      frame="none"
      rows={props.lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'line',
          label: t.line,
          priority: 'lead',
          render: (line) => (
            <span id={`y-${line.id}`}>
              {`${shown(line)}. ${line.text}`}
              {line.reason && <small>{line.reason}</small>}
            </span>
          ),
        },
        {
          key: 'became',
          label: t.became,
          size: 'long',
          render: (line) => (
            <>
              <div>
                {line.task ? (
                  <a href={taskLink(line.task.id)}>{`${line.task.code} ${line.task.title}`}</a>
                ) : (
                  <Tag tone={tones[line.standing]}>{t.standing[line.standing]}</Tag>
                )}
              </div>
              <small>{taskNote(ctx, line)}</small>
            </>
          ),
        },
        ...(mayEdit
          ? [
              {
                key: 'deed',
                label: t.decide,
                isLabelHidden: true,
                size: 'short' as const,
                render: (line: ConclusionLine) => (
                  <LinkButton
                    size="small"
                    kind="quiet"
                    href={conclusionLineLink(conclusion.id, line.id)}
                    label={line.standing === 'open' ? t.decideOf(shown(line)) : t.mendOf(shown(line))}
                  >
                    {line.standing === 'open' ? t.decide : t.mend}
                  </LinkButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function taskNote(ctx: Ctx, line: ConclusionLine): string | undefined {
  const t = texts(ctx.lang);
  if (line.task) {
    const { stage, unitName, dueOn } = line.task;
    const due = dueOn && t.dueOn(formatDate(dueOn));
    return [taskTexts(ctx.lang).stage[stage], unitName, due].filter(Boolean).join(' · ');
  }
  return line.standing === 'task' || line.standing === 'joined' ? t.goneTask : undefined;
}

function Rail({ ctx, conclusion }: { ctx: Ctx; conclusion: Conclusion }) {
  const t = texts(ctx.lang);
  const f = t.fields;
  return (
    <RailPart id="facts" title={t.facts}>
      <Facts
        facts={[
          { label: f.kind, value: t.kind[conclusion.kind] },
          { label: f.number, value: conclusion.number, note: formatDate(conclusion.on) },
          { label: f.issuer, value: conclusion.issuer },
          { label: f.chair, value: conclusion.chair ?? t.notGiven },
          {
            label: f.link,
            value: conclusion.link ? (
              <a href={conclusion.link} rel="noreferrer">
                {t.openLink}
              </a>
            ) : (
              t.notGiven
            ),
          },
          { label: t.column.open, value: formatNumber(ctx.lang, conclusion.open) },
          { label: t.column.by, value: conclusion.changedBy },
        ]}
      />
    </RailPart>
  );
}
