import { z } from 'zod';
import {
  deedOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getConclusion } from '../conclusion/queries.server.ts';
import { askReading } from './commands.server.ts';
import { readingStates } from './conclusion-reading.ts';
import { getReading } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

const point = z.object({
  text: z.string(),
  title: z.string(),
  unit: z.string().describe('The unit that leads, as the office spells it; empty where none is named.'),
  coordinating: z.array(z.string()),
  unmatched: z.array(z.string()).describe('Units as printed that the office does not have.'),
  dueText: z.string(),
  dueOn: z.iso.date().nullable(),
  isTask: z.boolean(),
});
const reading = z
  .object({
    id: z.uuid(),
    conclusionId: z.uuid(),
    fileName: z.string(),
    state: z.enum(readingStates),
    refusal: z.string().nullable().describe('Why the file could not be read.'),
    progress: z.object({ done: z.int(), total: z.int() }).nullable(),
    lines: z.array(point),
    isCut: z.boolean(),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: 'ConclusionReading' });
const body = z.strictObject({
  attachmentId: z.uuid().describe('A file that was attached to the conclusion as its evidence.'),
});
const someone = '00000000-0000-4000-8000-000000000000';
const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];

/** Files of conclusions told apart into points, for programs; what is proposed is confirmed by adding points. */
export const operations: readonly Operation[] = [
  deedOperation({
    id: 'planning.conclusion.read-file',
    path: '/conclusions/:id/readings',
    summary: (lang) => texts(lang).api.ask,
    body,
    reply: reading,
    status: 201,
    refusals: { 'no-file': 422, harmful: 422, 'too-large': 422 },
    sentence,
    example: { body: { attachmentId: someone } },
    run: async (ctx, { params, body: given }) =>
      thenShow(await askReading(ctx, params.id ?? '', given.attachmentId), (id) => show(ctx, params.id, id)),
  }),
  recordOperation({
    id: 'planning.conclusion.reading',
    path: '/conclusions/:id/readings/:reading',
    summary: (lang) => texts(lang).api.get,
    reply: reading,
    run: (ctx, { params }) => show(ctx, params.id, params.reading),
  }),
];

async function show(ctx: Ctx, conclusionId = '', readingId = ''): Promise<Shown> {
  const conclusion = await getConclusion(ctx, conclusionId);
  const found = await getReading(ctx, conclusion.id, readingId);
  const value: z.input<typeof reading> = {
    ...found,
    lines: found.lines.map((line) => ({
      ...line,
      coordinating: [...line.coordinating],
      unmatched: [...line.unmatched],
    })),
    askedAt: found.askedAt.toISOString(),
  };
  return { value, location: `/conclusions/${conclusion.id}/readings/${found.id}` };
}
