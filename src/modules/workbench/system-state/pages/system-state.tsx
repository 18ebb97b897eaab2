import { deliveryTexts, listClosedWays } from '#modules/casework/index.server.ts';
import { channelsLink } from '#modules/casework/links.ts';
import { listPausedAddresses } from '#modules/directory/index.server.ts';
import { webhookLink } from '#modules/directory/links.ts';
import { migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Translation } from '#platform/i18n/texts.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { readSystemState, type SystemState } from '#platform/watch/system-state.server.ts';
import { judgeSystem, type SystemPart, type SystemVerdict } from '#platform/watch/verdict.ts';
import { Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { systemLink } from '../../links.ts';
import { read } from '../policy.ts';
import { type SystemTexts, texts } from '../texts.ts';

type Texts = Translation<SystemTexts>;

const toneOf: Readonly<Record<SystemVerdict, Tone>> = { good: 'ok', attention: 'soon', bad: 'late' };
const partsInOrder: readonly SystemPart[] = [
  'database',
  'migrations',
  'worker',
  'queue',
  'backup',
  'restore',
];
const askAgainSeconds = 30;
const megabyte = 1024 * 1024;

/** Whether the system is well, in words that a clerk understands and can read out on the telephone. */
export async function systemStatePage(ctx: Ctx): Promise<PageReply> {
  must(read(ctx.actor));
  const t = texts(ctx.lang);
  const state = await readSystemState(ctx.db, await migrationFiles(migrationsFolder));
  const verdicts = judgeSystem(state);
  const worst = worstOf(Object.values(verdicts));
  const paused = await listPausedAddresses(ctx);
  const closed = await listClosedWays(ctx);
  const letters = deliveryTexts(ctx.lang);
  const facts = partsInOrder.map((part) => ({
    label: t.parts[part],
    value: <Tag tone={toneOf[verdicts[part]]}>{t.verdicts[verdicts[part]]}</Tag>,
    note: sentenceOf(ctx, t, part, verdicts[part], state),
  }));
  return page({
    title: t.title,
    current: systemLink,
    refreshSeconds: askAgainSeconds,
    body: (
      <Stack>
        <PageHead title={t.title} lead={t.lead(formatInstant(ctx.lang, state.at))} />
        <Notice tone={toneOf[worst]} title={t.overall[worst]}>
          {t.overallText[worst]}
        </Notice>
        {paused.map((one) => (
          <Notice key={one.id} tone="late" title={t.paused.title(one.name)}>
            {t.paused.text(formatNumber(ctx.lang, one.waitingCount))}{' '}
            <a href={webhookLink(one.id)}>{t.paused.open}</a>
          </Notice>
        ))}
        {closed.map((one) => (
          <Notice key={one.channel} tone="late" title={t.closedWay.title(letters.channel[one.channel])}>
            {t.closedWay.text(formatNumber(ctx.lang, one.waiting))}{' '}
            <a href={channelsLink}>{t.closedWay.open}</a>
          </Notice>
        ))}
        <Panel id="parts" title={t.partsTitle}>
          <Facts layout="rows" facts={facts} />
        </Panel>
      </Stack>
    ),
  });
}

function worstOf(verdicts: readonly SystemVerdict[]): SystemVerdict {
  if (verdicts.includes('bad')) return 'bad';
  return verdicts.includes('attention') ? 'attention' : 'good';
}

/** What stands behind a verdict, and what to do where it is not good. */
function sentenceOf(
  { lang }: Ctx,
  t: Texts,
  part: SystemPart,
  verdict: SystemVerdict,
  state: SystemState,
): string {
  const number = (value: number) => formatNumber(lang, value);
  const time = (at: Date) => formatInstant(lang, at);
  switch (part) {
    case 'database':
      return t.database;
    case 'migrations':
      return verdict === 'good' ? t.migrations.good : t.migrations.bad(number(state.missingMigrations));
    case 'worker':
      if (verdict === 'good') return t.worker.good;
      return state.workerSeenAt ? t.worker.bad(time(state.workerSeenAt)) : t.worker.never;
    case 'queue': {
      const { waiting, waitingSince, givenUp } = state.queue;
      if (givenUp > 0) return t.queue.givenUp(number(givenUp));
      return verdict === 'good' || !waitingSince
        ? t.queue.good(number(waiting))
        : t.queue.slow(number(waiting), time(waitingSince));
    }
    case 'backup':
      return backupSentence(t, verdict, state, number, time);
    case 'restore':
      return restoreSentence(t, verdict, state, number, time);
  }
}

type Say<Value> = (value: Value) => string;

function backupSentence(
  t: Texts,
  verdict: SystemVerdict,
  { lastBackup }: SystemState,
  number: Say<number>,
  time: Say<Date>,
): string {
  if (!lastBackup) return t.backup.never;
  return verdict === 'good'
    ? t.backup.made(time(lastBackup.madeAt), number(Math.ceil(lastBackup.byteCount / megabyte)))
    : t.backup.old(time(lastBackup.madeAt));
}

/** The proof that a backup can be used: when, which file, how much of it was compared. */
function restoreSentence(
  t: Texts,
  verdict: SystemVerdict,
  { lastRehearsal }: SystemState,
  number: Say<number>,
  time: Say<Date>,
): string {
  if (!lastRehearsal) return t.restore.never;
  const { madeAt, fileName, rowCount, audit } = lastRehearsal;
  const sentences = [t.restore.proved(time(madeAt), fileName, number(rowCount))];
  if (audit)
    sentences.push(
      audit.faults === 0
        ? t.restore.auditWhole(number(audit.lines))
        : t.restore.auditFaulty(number(audit.faults)),
    );
  if (verdict === 'attention') sentences.push(t.restore.old);
  return sentences.join(' ');
}
