import { expressionBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import { type NoticeSource, reminderGroup, reminderWords } from '#modules/casework/index.server.ts';
import type { Tone } from '#ui/tag/tag.tsx';
import { taskLink } from '../links.ts';
import { taskEventKinds } from '../task/task-life.ts';
import { texts as taskTexts } from '../task/texts.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import { type TaskNoticeKind, taskNoticeKinds } from './task-notice.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<TaskNoticeKind, Tone>> = {
  'task-assigned': 'info',
  'task-moved': 'neutral',
  'task-changed': 'info',
  'task-opened': 'info',
  'task-submitted': 'soon',
  'task-approved': 'ok',
  'task-sent-back': 'late',
  'task-declined': 'late',
  'task-cancelled': 'neutral',
  'task-reopened': 'info',
  'task-taken-back': 'neutral',
  'task-due-asked': 'soon',
  'task-due-moved': 'info',
  'task-due-refused': 'late',
  'task-amended': 'info',
  'task-dropped': 'neutral',
  'task-restored': 'info',
  'contribution-asked': 'info',
  'contribution-withdrawn': 'neutral',
  'contribution-given': 'info',
  'contribution-accepted': 'neutral',
  'contribution-made': 'ok',
  'contribution-declined': 'late',
  'contribution-sent-back': 'late',
  mentioned: 'info',
  noted: 'neutral',
};

/** Tasks, as the list of notices shows them: whoever may not read a task any more sees no notice of it. */
export const taskNotices: NoticeSource = {
  recordKind: 'task',
  visibleTo: (actor) => {
    const where = expressionBuilder<DB & { t: DB['planning.task'] }, 't'>();
    return sql<SqlBool>`exists (select from planning.task t
      where t.tenant_id = n.tenant_id and t.id = n.record_id and ${visibleTo(actor)(where)})`;
  },
  find: async (ctx, recordIds) => {
    const rows = await ctx.db
      .selectFrom('planning.task as t')
      .select(['t.id', 't.code', 't.title'])
      .where('t.tenant_id', '=', ctx.tenant.id)
      .where(sql`t.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
      .where(visibleTo(ctx.actor))
      .execute();
    return new Map(
      rows.map(({ id, code, title }) => [id, { title: `${code} ${title}`.trim(), href: taskLink(id) }]),
    );
  },
  words: (lang, kind) => {
    const reminder = reminderWords(lang, kind);
    if (reminder) return reminder;
    const t = texts(lang);
    const known = taskNoticeKinds.find((one) => one === kind);
    const followed = taskEventKinds.find((one) => kind === `followed-${one}`);
    if (followed) return { text: t.followed(taskTexts(lang).event[followed]), tone: 'neutral' };
    return known ? { text: t[known], tone: tones[known] } : { text: t.other, tone: 'neutral' };
  },
  group: (kind) => reminderGroup(kind) ?? (kind === 'mentioned' || kind === 'noted' ? 'mention' : 'step'),
};
