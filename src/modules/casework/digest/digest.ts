import type { Id } from '#platform/db/id.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from '#platform/session/actor.ts';
import {
  type Channel,
  channels,
  type NoticeChoice,
  type NoticeGroup,
  noticeGroups,
} from '../notice-choice/notice-choice.ts';

/** Somebody who gets a letter this morning, as they may act now, and how they want to be told. */
export interface DigestReader {
  readonly officerId: Id<'officer'>;
  readonly actor: Actor;
  readonly choice: NoticeChoice;
}

/** A part of the letter, such as what is late. */
export interface DigestPart {
  readonly key: string;
  /** People choose by it whether the part stands in their letter. */
  readonly group: NoticeGroup;
  title(lang: Lang): string;
}

/** One line of the letter: what it is about, and where that is opened. */
export interface DigestLine {
  readonly part: string;
  /** The record, so that nothing is said twice in one letter. */
  readonly recordId: string;
  readonly href: string;
  /** The absent officer in whose place the person acts. */
  readonly insteadOf: Id<'officer'> | null;
  text(lang: Lang): string;
}

/** A part as it was written. */
export interface WrittenPart {
  readonly key: string;
  readonly title: string;
  /** How much there was; the first of it stands in the lines. */
  readonly total: number;
  readonly lines: readonly WrittenLine[];
}

export interface WrittenLine {
  readonly text: string;
  readonly href: string;
  /** The name of the absent officer. */
  readonly insteadOf: string | null;
}

/** A letter of a morning as it is kept. */
export interface Digest {
  readonly onDate: string;
  readonly channel: Channel;
  readonly madeAt: Date;
  readonly parts: readonly WrittenPart[];
}

/** Nobody reads more of one part in a letter; the rest stands in the app. */
export const mostLines = 15;

/** Letters that were missed are made up until this time of the day. */
export const madeUpUntil = '12:00';

/** Whether the hour of this person's letter has come, and it is not too late for it. `time` is 'HH:MM' of the office. */
export function isDue(choice: NoticeChoice, time: string): boolean {
  return choice.digestAt !== null && choice.digestAt <= time && time < madeUpUntil;
}

/** By which ways this person wants letters of the morning. */
export function digestChannels(choice: NoticeChoice): Channel[] {
  return channels.filter((channel) => noticeGroups.some((group) => choice.when[group][channel] === 'digest'));
}

/** The parts of one letter: those that the person wants by this way, in order, each with its first lines. */
export function writeParts(
  { choice }: Pick<DigestReader, 'choice'>,
  channel: Channel,
  parts: readonly DigestPart[],
  lines: readonly DigestLine[],
  nameOf: (officerId: Id<'officer'>) => string,
): WrittenPart[] {
  const { lang } = choice;
  return parts.flatMap((part) => {
    if (choice.when[part.group][channel] !== 'digest') return [];
    const mine = lines.filter((line) => line.part === part.key);
    if (mine.length === 0) return [];
    const written = mine.slice(0, mostLines).map(({ text, href, insteadOf }) => ({
      text: text(lang),
      href,
      insteadOf: insteadOf && nameOf(insteadOf),
    }));
    return [{ key: part.key, title: part.title(lang), total: mine.length, lines: written }];
  });
}
