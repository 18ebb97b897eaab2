import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskOwner } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { listFollowers } from '../../follow/queries.server.ts';
import { getNote, listNotes, listNoteVersions } from '../queries.server.ts';
import { noteTrash } from '../trash.server.ts';
import { editNote } from './edit.server.ts';
import { removeNote, restoreNote } from './remove.server.ts';
import { writeNote } from './write.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);
const personOf = (role: Role) => {
  const person = home.people.get(home.signIn(role));
  return { id: person?.officerId ?? '', name: person?.name ?? '' };
};
const newTask = async () =>
  (await as('focal', (ctx) => plantTasks(ctx, [{ title: 'Rà soát' }]))).ids[0] ?? '';
const write = (role: Role, task: string, text: string, mentions: string[] = []) =>
  as(role, (ctx) => writeNote(ctx, taskOwner, task, { text, mentions }));
const written = async (role: Role, task: string, text: string) => {
  const outcome = await write(role, task, text);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const listed = (task: string) => as('focal', (ctx) => listNotes(ctx, taskOwner, task));
const edited = (role: Role, task: string, noteId: string, text: string, version = 1) =>
  as(role, (ctx) => editNote(ctx, taskOwner, { recordId: task, noteId, version }, { text, mentions: [] }));

async function linesOf(taskId: string) {
  const { rows } = await services.migrator.query<{ act: string; before: unknown; after: unknown }>(
    `select act, before, after from platform.audit_line where record_id = $1 order by at, id`,
    [taskId],
  );
  return rows;
}

describe('a note', () => {
  it('says what was typed, newest first, and stands in the audit', async () => {
    const task = await newTask();
    const id = await written('officer', task, 'Thiếu số liệu\ntháng 3');
    await written('focal', task, 'Đã bổ sung');
    expect((await listed(task)).map(({ text, authorName }) => [text, authorName])).toEqual([
      ['Đã bổ sung', personOf('focal').name],
      ['Thiếu số liệu\ntháng 3', personOf('officer').name],
    ]);
    expect((await linesOf(task))[0]).toMatchObject({
      act: 'casework.note.write',
      before: null,
      after: { note: id, text: 'Thiếu số liệu\ntháng 3', mentions: [] },
    });
  });

  it('mentions whom its text names or its writer chose, and has them follow the record', async () => {
    const task = await newTask();
    const [leader, officer] = [personOf('leader'), personOf('officer')];
    const outcome = await write('focal', task, `@${leader.name} cho ý kiến`, [officer.id]);
    expect(outcome.ok).toBe(true);
    const [note] = await listed(task);
    expect(note?.mentions.map(({ officerId }) => officerId).toSorted()).toEqual(
      [leader.id, officer.id].toSorted(),
    );
    const followers = await as('focal', (ctx) => listFollowers(ctx, taskOwner, task));
    expect(followers.map(({ officerId, reason }) => [officerId, reason])).toEqual(
      [leader.id, officer.id].toSorted().map((id) => [id, 'mentioned']),
    );
  });

  it('is refused, with the name, where nobody is called so or the person does not see the record', async () => {
    const task = await newTask();
    expect(await write('focal', task, 'Nhờ @Trần Không Có xem')).toMatchObject({
      code: 'unknown-name',
      detail: { name: 'Trần Không Có' },
    });
    const village = personOf('community');
    expect(await write('focal', task, 'Nhờ xem', [village.id])).toMatchObject({
      code: 'cannot-see',
      detail: { name: village.name },
    });
    const stranger = [...away.people.values()][0]?.officerId ?? '';
    expect(await write('focal', task, 'Nhờ xem', [stranger])).toMatchObject({ code: 'unknown-person' });
    expect(await listed(task)).toEqual([]);
  });

  it('is edited by whoever wrote it, for a day, in the version that they saw; what it said stays', async () => {
    const task = await newTask();
    const id = await written('officer', task, 'Bản một');
    await expect(edited('leader', task, id, 'của người khác')).rejects.toThrow(Forbidden);
    expect(await edited('officer', task, id, 'Bản hai')).toMatchObject({ ok: true });
    expect(await edited('officer', task, id, 'Bản ba')).toMatchObject({ code: 'changed-meanwhile' });
    const note = await as('focal', (ctx) => getNote(ctx, taskOwner, task, id));
    expect([note.text, note.version]).toEqual(['Bản hai', 2]);
    const versions = await as('focal', (ctx) => listNoteVersions(ctx, note.id));
    expect(versions.map(({ text }) => text)).toEqual(['Bản hai', 'Bản một']);
    await services.migrator.query(
      `update casework.note set written_at = written_at - interval '25 hours' where id = $1`,
      [id],
    );
    expect(await edited('officer', task, id, 'Bản ba', 2)).toMatchObject({ code: 'too-late' });
  });

  it('names after an edit just those whom it names then', async () => {
    const task = await newTask();
    const id = await written('focal', task, `Nhờ @${personOf('leader').name}`);
    await edited('focal', task, id, `Nhờ @${personOf('officer').name}`);
    const [note] = await listed(task);
    expect(note?.mentions.map(({ officerId }) => officerId)).toEqual([personOf('officer').id]);
  });

  it('is removed by its writer or who steers, once, and comes back', async () => {
    const task = await newTask();
    const id = await written('officer', task, 'Sai chỗ');
    await expect(as('unit-head', (ctx) => removeNote(ctx, taskOwner, task, id))).rejects.toThrow(Forbidden);
    expect(await as('focal', (ctx) => removeNote(ctx, taskOwner, task, id))).toMatchObject({ ok: true });
    expect(await as('focal', (ctx) => removeNote(ctx, taskOwner, task, id))).toMatchObject({
      code: 'removed',
    });
    expect(await edited('officer', task, id, 'Bản hai')).toMatchObject({ code: 'removed' });
    expect(await listed(task)).toEqual([]);
    expect(await as('officer', (ctx) => restoreNote(ctx, taskOwner, task, id))).toMatchObject({ ok: true });
    expect((await listed(task)).map(({ text }) => text)).toEqual(['Sai chỗ']);
    expect((await linesOf(task)).map(({ act }) => act)).toEqual([
      'casework.note.write',
      'casework.note.remove',
      'casework.note.restore',
    ]);
  });

  it('goes for good with what it said and whom it named', async () => {
    const task = await newTask();
    const id = await written('focal', task, `Nhờ @${personOf('leader').name}`);
    const { purge } = noteTrash([taskOwner]);
    const purged = () =>
      as('focal', async (ctx) => {
        const db = ctx.writer;
        if (!db) throw new Error('no writer');
        await purge?.(ctx, { db } as Parameters<NonNullable<typeof purge>>[1], [id]);
      });
    await purged();
    expect(await listed(task)).toHaveLength(1);
    await as('focal', (ctx) => removeNote(ctx, taskOwner, task, id));
    await purged();
    const { rows } = await services.migrator.query(
      `select from casework.note_version where note_id = $1 union all select from casework.note_mention where note_id = $1`,
      [id],
    );
    expect(rows).toEqual([]);
  });

  it('of one record is none of another, nor of another commune', async () => {
    const [task, other] = [await newTask(), await newTask()];
    const id = await written('focal', task, 'Ghi chú');
    await expect(edited('focal', other, id, 'x')).rejects.toThrow(NotFound);
    await expect(
      away.as(away.signIn('focal'), 'write', (ctx) => removeNote(ctx, taskOwner, task, id)),
    ).rejects.toThrow(NotFound);
  });
});
