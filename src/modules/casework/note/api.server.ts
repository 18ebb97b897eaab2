import { z } from 'zod';
import { deedOperation, listOperation, onRecords, type Operation } from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { done } from '#platform/db/outcome.ts';
import type { Refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { RecordOwner } from '../follow/record-owner.server.ts';
import { editNote } from './commands/edit.server.ts';
import { removeNote, restoreNote } from './commands/remove.server.ts';
import { writeNote } from './commands/write.server.ts';
import { noteBody } from './input.ts';
import type { Note } from './note.ts';
import { getNote, listNotes } from './queries.server.ts';
import { texts } from './texts.ts';

const reply = z
  .object({
    id: z.uuid(),
    text: z.string(),
    authorName: z.string(),
    writtenAt: z.iso.datetime(),
    mentions: z.array(z.object({ id: z.uuid().describe('The officer.'), name: z.string() })),
    version: z.int().min(1),
  })
  .meta({ id: 'Note' });

const mentionRefusals = {
  'unknown-name': 422,
  'ambiguous-name': 422,
  'unknown-person': 422,
  'too-many-mentions': 422,
  'cannot-see': 422,
} as const;
const example = { body: { text: 'Figures of March are missing.', mentions: [] } };

/**
 * The notes on one kind of record, for programs.
 * @param base of such a record within the API, such as `/tasks/:id`
 * @param recordScope without which a key sees no such record, such as `planning.task`
 */
export function noteOperations(owner: RecordOwner, base: string, recordScope: string): readonly Operation[] {
  const path = `${base}/notes`;
  const one = `${path}/:note`;
  const idOf = (verb: string) => `casework.${owner.kind}-note.${verb}`;
  const placeOf = ({ id = '', note = '' }: Readonly<Record<string, string>>) => [id, note] as const;
  const shown = async (ctx: Ctx, recordId: string, noteId: string) => {
    const note = await getNote(ctx, owner, recordId, noteId);
    return { value: written(note), version: note.version };
  };
  const sentence = (lang: Ctx['lang'], refusal: Refused<keyof ReturnType<typeof texts>['refusal']>) =>
    texts(lang).refusal[refusal.code](refusal.detail);
  return onRecords('casework.note', recordScope, [
    listOperation({
      id: idOf('list'),
      path,
      summary: (lang) => texts(lang).api.list,
      query: z.strictObject(pageQuery),
      reply,
      run: async (ctx, { params, query }) => {
        const record = await owner.find(ctx, params.id ?? '');
        return pageOfAll(await listNotes(ctx, owner, record.id), query, written);
      },
    }),
    deedOperation({
      id: idOf('write'),
      act: 'casework.note.write',
      path,
      summary: (lang) => texts(lang).api.write,
      body: noteBody,
      reply,
      status: 201,
      refusals: { ...mentionRefusals, 'too-many': 409 },
      sentence,
      example,
      run: async (ctx, { params, body }) => {
        const outcome = await writeNote(ctx, owner, params.id ?? '', body);
        return outcome.ok ? done(await shown(ctx, params.id ?? '', outcome.value)) : outcome;
      },
    }),
    deedOperation({
      id: idOf('edit'),
      act: 'casework.note.edit',
      path: `${one}/edit`,
      summary: (lang) => texts(lang).api.edit,
      body: noteBody,
      reply,
      isVersioned: true,
      refusals: { ...mentionRefusals, removed: 409, 'too-late': 409, 'changed-meanwhile': 412 },
      sentence,
      presentVersion: async (ctx, params) => (await shown(ctx, ...placeOf(params))).version,
      example,
      run: async (ctx, { params, body, version }) => {
        const [recordId, noteId] = placeOf(params);
        const outcome = await editNote(ctx, owner, { recordId, noteId, version }, body);
        return outcome.ok ? done(await shown(ctx, recordId, noteId)) : outcome;
      },
    }),
    deedOperation({
      id: idOf('remove'),
      act: 'casework.note.remove',
      path: `${one}/remove`,
      summary: (lang) => texts(lang).api.remove,
      refusals: { removed: 409 },
      sentence,
      run: async (ctx, { params }) => {
        const outcome = await removeNote(ctx, owner, ...placeOf(params));
        return outcome.ok ? done({ value: null }) : outcome;
      },
    }),
    deedOperation({
      id: idOf('restore'),
      act: 'casework.note.restore',
      path: `${one}/restore`,
      summary: (lang) => texts(lang).api.restore,
      reply,
      refusals: { 'not-removed': 409 },
      sentence,
      run: async (ctx, { params }) => {
        const outcome = await restoreNote(ctx, owner, ...placeOf(params));
        return outcome.ok ? done(await shown(ctx, ...placeOf(params))) : outcome;
      },
    }),
  ]);
}

function written({ id, text, authorName, writtenAt, mentions, version }: Note): z.input<typeof reply> {
  return {
    id,
    text,
    authorName,
    writtenAt: writtenAt.toISOString(),
    mentions: mentions.map(({ officerId, name }) => ({ id: officerId, name })),
    version,
  };
}
