import { beforeAll, describe, expect, it } from 'vitest';
import { taskOwner } from '#modules/planning/index.server.ts';
import * as taskPolicy from '#modules/planning/task/policy.ts';
import { tasksOfAllShapes } from '../follow/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { editNote } from './commands/edit.server.ts';
import { removeNote, restoreNote } from './commands/remove.server.ts';
import { writeNote } from './commands/write.server.ts';
import * as policy from './policy.ts';
import { countNotes, getNote, listNotes, listNoteVersions } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let on: Awaited<ReturnType<typeof tasksOfAllShapes>>;
/** The note on each task, by the id of the task; each by the focal officer. */
const notes = new Map<string, Parameters<typeof listNoteVersions>[1]>();

beforeAll(async () => {
  services = await testServices();
  const verbs = ['write', 'edit', 'remove', 'restore'];
  on = await tasksOfAllShapes(
    services,
    verbs.map((verb) => `casework.note.${verb}`),
  );
  await on.asFocal(async (ctx) => {
    for (const id of on.tasks.keys()) {
      const made = await writeNote(ctx, taskOwner, id, { text: 'Ghi chú', mentions: [] });
      if (made.ok) notes.set(id, made.value);
    }
  });
});

const noteOf = (taskId: string) => notes.get(taskId) ?? '';
const authored = () => ({
  authorId: on.home.people.get(on.home.signIn('focal'))?.accountId ?? null,
  writtenAt: services.clock.now(),
});

describe('the notes on a record', () => {
  it('are shown to those who see the record, and to nobody of another commune', async () => {
    const shown = async (ctx: Ctx) => {
      const seen = [];
      for (const id of on.tasks.keys()) if ((await listNotes(ctx, taskOwner, id)).length > 0) seen.push(id);
      return seen;
    };
    await on.showsWhatMayBeRead(shown, 20);
    expect(await on.asStranger(shown)).toEqual([]);
  });

  it('are written, edited and removed as the record and the note let', async () => {
    const said = { text: 'Bản hai', mentions: [] };
    await on.doesWhatIsAllowed([
      { name: 'get', may: on.mayRead, run: (ctx, id) => getNote(ctx, taskOwner, id, noteOf(id)) },
      {
        name: 'write',
        may: (actor, task) => taskPolicy.prove(actor, 'casework.note.write', task).allowed,
        run: (ctx, id) => writeNote(ctx, taskOwner, id, said),
      },
      {
        name: 'edit',
        may: (actor, task) =>
          on.mayRead(actor, task) && policy.edit(actor, authored(), services.clock.now()).allowed,
        run: (ctx, id) => editNote(ctx, taskOwner, { recordId: id, noteId: noteOf(id), version: 1 }, said),
      },
      {
        name: 'remove',
        may: (actor, task) => on.mayRead(actor, task) && policy.remove(actor, authored()).allowed,
        run: (ctx, id) => removeNote(ctx, taskOwner, id, noteOf(id)),
      },
      {
        name: 'restore',
        may: (actor, task) => on.mayRead(actor, task) && policy.restore(actor, authored()).allowed,
        run: (ctx, id) => restoreNote(ctx, taskOwner, id, noteOf(id)),
      },
    ]);
  });

  it('leave no version and no count for another commune', async () => {
    const [taskId = ''] = on.tasks.keys();
    const id = notes.get(taskId);
    if (!id) throw new Error('the note was not written');
    const seen = await on.asStranger(async (ctx) => [
      await listNoteVersions(ctx, id),
      await countNotes(ctx, taskOwner, [taskId]),
    ]);
    expect(seen).toEqual([[], 0]);
  });
});
