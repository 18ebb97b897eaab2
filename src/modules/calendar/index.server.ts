/** The door of the calendar: working days and what time does to due dates. */
export {
  type DueClock,
  type DueKind,
  type DueTone,
  dueClock,
  soonUntil,
  type WorkState,
} from './working-day/due-clock.ts';
export { texts as calendarAuditWords } from './audit-words/texts.ts';
export { loadOfficeCalendar } from './own-day/queries.server.ts';
export { ownDayTrash } from './own-day/trash.server.ts';
export { operations } from './operations.ts';
export { routes } from './routes.ts';
export { loadWorkCalendar } from './working-day/queries.server.ts';
export { loadReferenceDays } from './working-day/reference.server.ts';
export {
  addWorkingDays,
  type CountedDay,
  type DayFact,
  type DayKind,
  type DayRule,
  explain,
  isWorkingDay,
  nextWorkingDay,
  type WorkCalendar,
  workingDaysBetween,
} from './working-day/working-day.ts';
