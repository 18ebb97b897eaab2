import { formatNumber } from '#platform/i18n/format.ts';
import { Board, type BoardCard } from '#ui/board/board.tsx';
import { Icon } from '#ui/icon/icon.tsx';
import { Menu, type MenuItem } from '#ui/menu/menu.tsx';
import { type TaskDeed as TaskForm, taskLink } from '../../links.ts';
import { filterField } from '../../task/pages/take-last.tsx';
import { TaskClock } from '../../task/parts/task-clock.tsx';
import type { TaskDeed, TaskStage } from '../../task/task-life.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { lookAddress, type LookedAt, tableAddress } from '../looked-at.ts';
import { type BoardStep, listBoard, type TaskCard } from '../queries.server.ts';
import { movesOf, stepsFrom } from '../task-moves.ts';
import { texts } from '../texts.ts';

/** The script of the board: dragging. */
export const boardScript = 'board.island.js';

/** Where each deed is done: at once by a button, or on a page of its own that asks for what it needs. */
const ways: Readonly<Record<TaskDeed, { form: TaskForm; isTap: boolean }>> = {
  assign: { form: 'giao', isTap: false },
  accept: { form: 'nhan', isTap: true },
  decline: { form: 'khong-nhan', isTap: false },
  start: { form: 'bat-dau', isTap: true },
  submit: { form: 'nop', isTap: false },
  withdraw: { form: 'rut-lai', isTap: true },
  approve: { form: 'duyet', isTap: false },
  'send-back': { form: 'duyet', isTap: false },
  'record-event': { form: 'su-kien', isTap: false },
  'change-due': { form: 'doi-han', isTap: false },
  cancel: { form: 'huy', isTap: false },
  reopen: { form: 'mo-lai', isTap: true },
};

/** The tasks of the filter in columns by their step; each goes on by the deeds that its life and the person's right allow. */
export async function boardLook(at: LookedAt) {
  const t = texts(at.ctx.lang);
  const steps = await listBoard(at.ctx, at.calendar, at.list.state);
  const { board } = t;
  return (
    <Board
      id="bang"
      label={board.label}
      emptyLabel={board.empty}
      refused={{ wayless: board.wayless, rightless: board.rightless }}
      columns={steps.map((step) => columnOf(at, step))}
    />
  );
}

function columnOf(at: LookedAt, { stage, count, cards }: BoardStep) {
  const { lang } = at.ctx;
  const t = texts(lang).board;
  const title = taskTexts(lang).stage[stage];
  const number = formatNumber(lang, count);
  return {
    key: stage,
    title,
    count: number,
    countLabel: t.open(number, title),
    href: stepAddress(at, stage),
    leadsTo: stepsFrom(stage),
    cards: cards.map((card) => cardOf(at, card)),
    more: count > cards.length ? t.more(number) : undefined,
  };
}

function stepAddress(at: LookedAt, stage: TaskStage): string {
  const { state } = at.list;
  const only = [{ field: 'trang-thai', operator: 'is', values: [stage] }] as const;
  return tableAddress(at, { ...state, clauses: [...state.clauses, only] });
}

function cardOf(at: LookedAt, card: TaskCard): BoardCard {
  const { ctx, calendar } = at;
  const t = texts(ctx.lang).board;
  return {
    key: card.id,
    title: `${card.code} ${card.title}`.trim(),
    href: taskLink(card.id),
    facts: [card.leadUnitName, card.assigneeName ?? t.unassigned].filter((fact) => fact !== null),
    state: <TaskClock lang={ctx.lang} calendar={calendar} today={ctx.clock.today()} task={card} />,
    moves: at.isPrinted ? undefined : <Moves at={at} card={card} />,
  };
}

function Moves({ at, card }: { at: LookedAt; card: TaskCard }) {
  const t = texts(at.ctx.lang).board;
  const words = taskTexts(at.ctx.lang);
  const here = lookAddress(at, []).split('?')[1] ?? '';
  const items = movesOf(at.ctx.actor, card).map(({ deed, to, isAllowed }): MenuItem => {
    const isElsewhere = to !== card.stage;
    const entry = {
      label: words.deed[deed === 'assign' && card.stage !== 'draft' ? 'reassign' : deed],
      note: isElsewhere ? t.leadsTo(words.stage[to]) : undefined,
    };
    if (!isAllowed) return { ...entry, isBlocked: true, note: t.notYours };
    const { form, isTap } = ways[deed];
    const link = taskLink(card.id, form);
    const target = isElsewhere ? { to } : {};
    return isTap
      ? {
          ...entry,
          ...target,
          formAction: link,
          fields: { version: String(card.version), [filterField]: here },
        }
      : { ...entry, ...target, href: link };
  });
  return (
    <Menu
      align="start"
      label={t.movesOf(card.title)}
      opener={
        <>
          <Icon name="arrow-right" size="small" /> {t.moves}
        </>
      }
      items={items}
    />
  );
}
