import { accountLink, officersLink } from '#modules/directory/links.ts';
import {
  calendarLink,
  draftsLink,
  objectivesLink,
  plansLink,
  progressLink,
  targetsLink,
  tasksLink,
} from '#modules/planning/links.ts';
import { auditLink, homeLink, myWorkLink, noticesLink, systemLink } from '../links.ts';

/** The letter that goes to an area after `g`, by the address of the area; a letter of its Vietnamese name. */
export const goKeys: Readonly<Record<string, { letter: string; name: GoName }>> = {
  [homeLink]: { letter: 't', name: 'home' },
  [myWorkLink()]: { letter: 'v', name: 'myWork' },
  [noticesLink()]: { letter: 'b', name: 'notices' },
  [plansLink]: { letter: 'k', name: 'plans' },
  [tasksLink()]: { letter: 'n', name: 'tasks' },
  [progressLink()]: { letter: 'i', name: 'progress' },
  [objectivesLink()]: { letter: 'o', name: 'objectives' },
  [targetsLink()]: { letter: 'c', name: 'targets' },
  [calendarLink()]: { letter: 'l', name: 'calendar' },
  [draftsLink]: { letter: 'd', name: 'drafts' },
  [officersLink]: { letter: 'q', name: 'officers' },
  [auditLink()]: { letter: 'y', name: 'audit' },
  [systemLink]: { letter: 'h', name: 'system' },
  [accountLink]: { letter: 'm', name: 'account' },
};

export type GoName =
  | 'home'
  | 'myWork'
  | 'notices'
  | 'progress'
  | 'plans'
  | 'tasks'
  | 'objectives'
  | 'targets'
  | 'calendar'
  | 'drafts'
  | 'officers'
  | 'audit'
  | 'system'
  | 'account';

/** Keys of every page. Plain ones can be turned off in the own account. */
export const everywhereKeys = [
  { keys: 'Ctrl K, /', meaning: 'find' },
  { keys: '?', meaning: 'help' },
  { keys: 'n', meaning: 'make' },
  { keys: 'e', meaning: 'edit' },
] as const;

/** Keys of pages with a list, whose rows carry `data-row`. */
export const listKeys = [
  { keys: 'j', meaning: 'next' },
  { keys: 'k', meaning: 'previous' },
  { keys: 'Enter', meaning: 'open' },
  { keys: 'x', meaning: 'choose' },
] as const;

/** Keys inside the palette. */
export const paletteKeys = [
  { keys: '↑ ↓', meaning: 'walk' },
  { keys: 'Enter', meaning: 'open' },
  { keys: 'Esc', meaning: 'close' },
] as const;
