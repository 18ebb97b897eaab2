import { bare } from '../reading/letters.ts';

const LEAD = String.raw`truoc (?:het )?(?:ngay |mung |mong |ngay mung |ngay mong )?`;

/**
 * Whether the words of a plan name a day before which a report is due ("before 08/3": on 07/3 at the latest), not the
 * last day itself ("at the latest on 15"). An hour before which it is due ("before 16:00 on 14/3") leaves the day.
 */
export function isDueBefore(text: string, dayOfMonth: number): boolean {
  return new RegExp(`(?<![a-z])${LEAD}0?${dayOfMonth}(?![\\d:h])(?! gio)`).test(bare(text));
}

/** The first and the last day of the month between which figures count, month by month or quarter by quarter. */
export interface RollingWindow {
  readonly every: 'month' | 'quarter';
  /** A day of the month before, or of the last month of the quarter before. */
  readonly fromDay: number;
  /** A day of the month itself, or of the last month of the quarter. */
  readonly toDay: number;
}

const DAY = String.raw`(?:ngay |mung |mong )?(\d{1,2})`;
const OF_MONTH = new RegExp(
  String.raw`tu ${DAY}(?: cua)? thang truoc(?: lien ke| do)?,? den (?:het )?${DAY}(?: cua)? thang (?:bao cao|nay|lap bao cao)`,
);
const OF_QUARTER = new RegExp(
  String.raw`tu ${DAY}(?: cua)? thang cuoi(?: cua)? quy truoc(?: lien ke)?,? den (?:het )?${DAY}(?: cua)? thang cuoi(?: cua)? quy`,
);

/** "From the 14th of the month before to the 15th of the month of the report"; undefined where nothing like it stands. */
export function rollingWindow(text: string): RollingWindow | undefined {
  const plain = bare(text);
  for (const [every, words] of [
    ['quarter', OF_QUARTER],
    ['month', OF_MONTH],
  ] as const) {
    const match = words.exec(plain);
    if (match) return { every, fromDay: Number(match[1]), toDay: Number(match[2]) };
  }
  return undefined;
}

const TOPIC =
  /ket qua (?:thuc hien )?(?:cac )?noi dung ((?:(?! gui| ve |,|;|\.).){3,120}?)(?= gui | ve |,|;|\.|$)/;

/** What the report is about, as printed, where its sentence says so: "the content of institutional reform". */
export function topicOf(text: string): string | null {
  const match = TOPIC.exec(bare(text));
  const words = match?.[1];
  if (!match || words === undefined) return null;
  const start = match.index + match[0].lastIndexOf(words);
  return text.slice(start, start + words.length).trim();
}
