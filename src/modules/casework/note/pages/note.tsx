import { listOfficers, noteOfficersSeen } from '#modules/directory/index.server.ts';
import type { Refused } from '#platform/db/outcome.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import type { Choice } from '#ui/field/choice-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import type { RecordOwner } from '../../follow/record-owner.server.ts';
import { editNote } from '../commands/edit.server.ts';
import { removeNote, restoreNote } from '../commands/remove.server.ts';
import { writeNote } from '../commands/write.server.ts';
import { editForm, noteForm } from '../input.ts';
import { newNoteLink, noteLink } from '../links.ts';
import type { Note } from '../note.ts';
import { NoteForm, type TypedNote } from '../parts/note-form.tsx';
import { NoteText } from '../parts/note-text.tsx';
import * as policy from '../policy.ts';
import { getNote, listNoteVersions } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** A form as it came back: what was typed, and what has to be mended. */
interface Returned {
  readonly typed: TypedNote;
  readonly problems: readonly FieldProblem[];
}

/** The page on which a note is written, with the list of those whom it can mention. */
export async function newNotePage(ctx: Ctx, req: Req, owner: RecordOwner): Promise<PageReply> {
  return writing(ctx, req, owner, { typed: { text: '', mentions: [] }, problems: [] });
}

/** Writes the note, and goes back to its record. */
export async function writeNoteAction(ctx: Ctx, req: Req, owner: RecordOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const typed = typedOf(req);
  const given = noteForm.safeParse(typed);
  if (!given.success)
    return writing(ctx, req, owner, {
      typed,
      problems: fieldProblems(given.error.issues, t.fault, t.fault.other),
    });
  const outcome = await writeNote(ctx, owner, req.params.id ?? '', given.data);
  if (!outcome.ok) return writing(ctx, req, owner, { typed, problems: [problemOf(ctx.lang, outcome)] });
  return seeOther(`${owner.path}/${req.params.id}#history`, { tone: 'ok', text: t.deed.written });
}

/** One note: what it said from edit to edit, and the ways to edit and remove it. */
export async function notePage(ctx: Ctx, req: Req, owner: RecordOwner): Promise<PageReply> {
  return show(ctx, req, owner);
}

/** Saves what was edited of a note. */
export async function editNoteAction(ctx: Ctx, req: Req, owner: RecordOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id = '', note = '' } = req.params;
  const typed = typedOf(req);
  const given = editForm.safeParse({ ...typed, version: req.form.text('version') });
  if (!given.success) {
    const record = await owner.find(ctx, id);
    must(mayEdit(ctx, await getNote(ctx, owner, record.id, note)));
    const problems = fieldProblems(given.error.issues, t.fault, t.fault.other);
    return show(ctx, req, owner, { typed, problems });
  }
  const place = { recordId: id, noteId: note, version: given.data.version };
  const outcome = await editNote(ctx, owner, place, given.data);
  if (!outcome.ok && outcome.code === 'removed')
    return seeOther(`${owner.path}/${id}`, { tone: 'late', text: t.refusal.removed(outcome.detail) });
  if (!outcome.ok) return show(ctx, req, owner, { typed, problems: [problemOf(ctx.lang, outcome)] });
  return seeOther(`${owner.path}/${id}#history`, { tone: 'ok', text: t.deed.edited });
}

/** Removes the note, with the way back. */
export async function removeNoteAction(ctx: Ctx, req: Req, owner: RecordOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id = '', note = '' } = req.params;
  const outcome = await removeNote(ctx, owner, id, note);
  const link = `${owner.path}/${id}`;
  return seeOther(
    `${link}#history`,
    outcome.ok
      ? { tone: 'ok', text: t.deed.removed, undo: noteLink(link, note, 'khoi-phuc') }
      : { tone: 'late', text: t.refusal[outcome.code](outcome.detail) },
  );
}

/** Brings the note back. */
export async function restoreNoteAction(ctx: Ctx, req: Req, owner: RecordOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const { id = '', note = '' } = req.params;
  const outcome = await restoreNote(ctx, owner, id, note);
  return seeOther(
    `${owner.path}/${id}#history`,
    outcome.ok
      ? { tone: 'ok', text: t.deed.restored }
      : { tone: 'late', text: t.refusal[outcome.code](outcome.detail) },
  );
}

function typedOf(req: Req): TypedNote {
  return { text: req.form.text('text'), mentions: req.form.texts('mentions') };
}

function mayEdit(ctx: Ctx, note: Note) {
  return policy.edit(ctx.actor, note, ctx.clock.now());
}

function problemOf(lang: Lang, outcome: Refused<keyof ReturnType<typeof texts>['refusal']>): FieldProblem {
  return { fieldId: 'text', text: texts(lang).refusal[outcome.code](outcome.detail) };
}

async function writing(ctx: Ctx, req: Req, owner: RecordOwner, returned: Returned): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = await owner.find(ctx, req.params.id ?? '');
  must(policy.write(record));
  const link = `${owner.path}/${record.id}`;
  return page({
    ...(returned.problems.length > 0 ? { status: 422 as const } : {}),
    title: t.page.newTitle,
    current: owner.path,
    keepsForms: true,
    crumbs: [...record.crumbs, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={returned.problems} />
        <PageHead
          title={t.page.newTitle}
          lead={t.page.lead(record.title)}
          actions={<LinkButton href={link}>{t.page.back}</LinkButton>}
        />
        <Panel id="note" title={t.write}>
          <NoteForm lang={ctx.lang} action={newNoteLink(link)} people={await choices(ctx)} {...returned} />
        </Panel>
      </>
    ),
  });
}

async function show(ctx: Ctx, req: Req, owner: RecordOwner, returned?: Returned): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = await owner.find(ctx, req.params.id ?? '');
  const note = await getNote(ctx, owner, record.id, req.params.note ?? '');
  const versions = await listNoteVersions(ctx, note.id);
  const link = `${owner.path}/${record.id}`;
  const title = t.page.of(note.authorName, formatInstant(ctx.lang, note.writtenAt));
  const typed = { text: note.text, mentions: note.mentions.map(({ officerId }) => officerId) };
  return page({
    ...(returned ? { status: 422 as const } : {}),
    title,
    current: owner.path,
    keepsForms: true,
    crumbs: [...record.crumbs, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={returned?.problems ?? []} />
        <PageHead
          title={title}
          lead={t.page.lead(record.title)}
          actions={<LinkButton href={`${link}#history`}>{t.page.back}</LinkButton>}
        />
        <Stack>
          {mayEdit(ctx, note).allowed && (
            <Panel id="edit" title={t.page.edit} note={t.page.editLead}>
              <NoteForm
                lang={ctx.lang}
                action={noteLink(link, note.id, 'sua')}
                people={await choices(ctx)}
                version={note.version}
                typed={returned?.typed ?? typed}
                problems={returned?.problems ?? []}
              />
            </Panel>
          )}
          <Panel id="versions" title={t.page.versions} count={formatNumber(ctx.lang, versions.length)}>
            <Timeline
              entries={versions.map((one) => ({
                key: String(one.version),
                when: formatInstant(ctx.lang, one.writtenAt),
                dateTime: one.writtenAt.toISOString(),
                title:
                  one.version === note.version
                    ? `${t.page.version(formatNumber(ctx.lang, one.version))} · ${t.page.now}`
                    : t.page.version(formatNumber(ctx.lang, one.version)),
                text: <NoteText note={{ text: one.text, mentions: note.mentions }} />,
                isStrong: one.version === note.version,
              }))}
            />
          </Panel>
          {policy.remove(ctx.actor, note).allowed && (
            <Panel id="remove" title={t.page.remove} note={t.page.removeLead}>
              <form method="post" action={noteLink(link, note.id, 'xoa')}>
                <Button kind="danger" icon="trash">
                  {t.page.remove}
                </Button>
              </form>
            </Panel>
          )}
        </Stack>
      </>
    ),
  });
}

/** Those who can be mentioned, as choices; that their names are shown is noted. */
async function choices(ctx: Ctx): Promise<Choice[]> {
  const officers = await listOfficers(ctx);
  noteOfficersSeen(ctx, officers.length, ['fullName', 'unitName']);
  return officers.map(({ id, fullName, unitName }) => ({ value: id, label: fullName, hint: unitName }));
}
