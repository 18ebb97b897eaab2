import { listUnits } from '#modules/directory/index.server.ts';
import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Progress } from '#ui/progress/progress.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import { type Conclusion, mostAtOnce, mostLines } from '../../conclusion/conclusion.ts';
import { crumbsOf, review } from '../../conclusion/pages/lines.tsx';
import * as conclusionPolicy from '../../conclusion/policy.ts';
import { getConclusion } from '../../conclusion/queries.server.ts';
import { conclusionLink, tasksLink } from '../../links.ts';
import { conclusionReadingLink } from '../../conclusion/links.ts';
import type { ConclusionReading } from '../conclusion-reading.ts';
import { proposedLines } from '../proposed-values.server.ts';
import { getReading } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { start } from './start.tsx';

/** A file as far as it is read: under way, refused, or its points to be confirmed, some at once from `tu` on. */
export async function readingPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const conclusion = await getConclusion(ctx, req.params.id ?? '');
  must(conclusionPolicy.may(ctx.actor, 'add-lines'));
  const reading = await getReading(ctx, conclusion.id, req.params.reading ?? '');
  if (reading.state === 'reading') return waiting(ctx, conclusion, reading);
  if (reading.state === 'refused') return start(ctx, conclusion);
  const { lines } = reading;
  if (lines.length === 0) {
    return start(ctx, conclusion, undefined, { fieldId: 'file', text: texts(ctx.lang).refusal['no-points'] });
  }
  const asked = Number(req.query.get('tu') ?? '1');
  const from = Number.isInteger(asked) && asked >= 1 && asked <= lines.length ? asked : 1;
  const shown = lines.slice(from - 1, from - 1 + mostAtOnce);
  return review(ctx, conclusion, proposedLines(shown, await listUnits(ctx)), {
    note: <Part ctx={ctx} reading={reading} from={from} to={from - 1 + shown.length} />,
  });
}

/** Which points of the file are shown, and the way to the others. */
function Part(props: { ctx: Ctx; reading: ConclusionReading; from: number; to: number }) {
  const { ctx, reading, from, to } = props;
  const t = texts(ctx.lang).part;
  const say = (value: number) => formatNumber(ctx.lang, value);
  const all = reading.lines.length;
  const others = Array.from({ length: Math.ceil(all / mostAtOnce) }, (_, part) => part * mostAtOnce + 1);
  return (
    <Notice
      tone="info"
      title={all > mostAtOnce ? t.some(say(from), say(to), say(all)) : t.all(say(all))}
      actions={others
        .filter((first) => all > mostAtOnce && first !== from)
        .map((first) => (
          <LinkButton key={first} href={conclusionReadingLink(reading.conclusionId, reading.id, first)}>
            {t.from(say(first), say(Math.min(first - 1 + mostAtOnce, all)))}
          </LinkButton>
        ))}
    >
      {[
        t.file(reading.fileName),
        all > mostAtOnce ? t.oneByOne : '',
        reading.isCut ? t.cut(say(mostLines)) : '',
      ]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  );
}

/** How far the reading is: pages, where the reader counts them. The page comes again by itself. */
function waiting(ctx: Ctx, conclusion: Conclusion, reading: ConclusionReading): PageReply {
  const t = texts(ctx.lang);
  const { progress } = reading;
  const say = (value: number) => formatNumber(ctx.lang, value);
  return page({
    title: t.title,
    current: tasksLink(),
    crumbs: crumbsOf(ctx, conclusion, t.title),
    refreshSeconds: 1,
    body: (
      <Stack>
        <PageHead title={t.title} lead={reading.fileName} />
        <Steps
          label={t.waiting.label}
          steps={t.waiting.steps.map((label, index) => ({
            label,
            state: index === 0 ? 'done' : index === 1 ? 'current' : 'ahead',
          }))}
        />
        {progress && (
          <Progress value={progress.done} max={progress.total} label={t.waiting.label}>
            {t.waiting.pages(say(progress.done), say(progress.total))}
          </Progress>
        )}
        <Notice
          tone="info"
          title={t.waiting.title}
          actions={<LinkButton href={conclusionLink(conclusion.id)}>{t.back}</LinkButton>}
        >
          {t.waiting.text}
        </Notice>
      </Stack>
    ),
  });
}
