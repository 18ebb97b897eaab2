import type { Lang } from '#platform/i18n/lang.ts';

/** What a notice is about, as far as people choose by it how they are told. */
export const noticeGroups = ['reminder', 'escalation', 'step', 'mention', 'report'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

/** Ways to reach a person outside the app; in the app everybody is told of everything. */
export const channels = ['mail', 'zalo', 'sms'] as const;
export type Channel = (typeof channels)[number];

/** At once, with the letter of the next morning, or not by this channel. */
export const whens = ['now', 'digest', 'off'] as const;
export type When = (typeof whens)[number];

/** The languages of letters, the office's own first. */
export const letterLangs = ['vi', 'en'] as const satisfies readonly Lang[];

export type Whens = Readonly<Record<NoticeGroup, Readonly<Record<Channel, When>>>>;

/** How a person wants to be told, with everything decided. Times of the day are 'HH:MM' in Việt Nam. */
export interface NoticeChoice {
  /** So many working days before a deadline, the most first. */
  readonly daysBefore: readonly number[];
  readonly onTheDay: boolean;
  /** Working days between two reminders of what is late; 0 for none. */
  readonly lateEvery: number;
  /** When the letter of the morning goes out, on working days only; null for no such letter. */
  readonly digestAt: string | null;
  /** Nothing goes out between these times of the day, across midnight too; null for at any time. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  /** Whether nothing goes out on days on which the office does not work. */
  readonly quietOnDaysOff: boolean;
  /** The language of letters. */
  readonly lang: Lang;
  readonly when: Whens;
}

/** Times of the day between which nothing goes out. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What one layer says itself: whatever is left out is as the layer above has it. */
export interface OwnChoice {
  readonly daysBefore?: readonly number[] | undefined;
  readonly onTheDay?: boolean | undefined;
  readonly lateEvery?: number | undefined;
  readonly digestAt?: string | null | undefined;
  /** Null for no quiet hours. */
  readonly quiet?: QuietHours | null | undefined;
  readonly quietOnDaysOff?: boolean | undefined;
  readonly lang?: Lang | undefined;
  readonly when?:
    | Readonly<Partial<Record<NoticeGroup, Readonly<Partial<Record<Channel, When>>>>>>
    | undefined;
}

/** No more different days before a deadline, and none further away than this. */
export const mostDaysBefore = 5;
export const furthestDayBefore = 30;
/** What is late is told of at least so often, in working days. */
export const longestLateEvery = 20;
/** The letter of the morning goes out between these: what was missed is made up until noon. */
export const earliestDigest = '05:00';
export const latestDigest = '11:30';

/** What counts where nobody has said anything else. */
export const builtInChoice: NoticeChoice = {
  daysBefore: [3, 1],
  onTheDay: true,
  lateEvery: 2,
  digestAt: '07:00',
  quietFrom: '20:00',
  quietTo: '06:30',
  quietOnDaysOff: true,
  lang: 'vi',
  when: {
    reminder: { mail: 'digest', zalo: 'off', sms: 'off' },
    escalation: { mail: 'now', zalo: 'now', sms: 'off' },
    step: { mail: 'digest', zalo: 'off', sms: 'off' },
    mention: { mail: 'now', zalo: 'off', sms: 'off' },
    report: { mail: 'now', zalo: 'off', sms: 'off' },
  },
};

/** The choice of somebody: what the nearest layer says counts, layers given from the widest to the nearest. */
export function resolveChoice(
  layers: readonly OwnChoice[],
  above: NoticeChoice = builtInChoice,
): NoticeChoice {
  return layers.reduce<NoticeChoice>(laidOver, above);
}

function laidOver(above: NoticeChoice, own: OwnChoice): NoticeChoice {
  return {
    daysBefore: own.daysBefore ?? above.daysBefore,
    onTheDay: own.onTheDay ?? above.onTheDay,
    lateEvery: own.lateEvery ?? above.lateEvery,
    digestAt: own.digestAt === undefined ? above.digestAt : own.digestAt,
    quietFrom: own.quiet === undefined ? above.quietFrom : (own.quiet?.from ?? null),
    quietTo: own.quiet === undefined ? above.quietTo : (own.quiet?.to ?? null),
    quietOnDaysOff: own.quietOnDaysOff ?? above.quietOnDaysOff,
    lang: own.lang ?? above.lang,
    when: Object.fromEntries(
      noticeGroups.map((group) => [group, { ...above.when[group], ...own.when?.[group] }]),
    ) as Whens,
  };
}

/** Whether the layer says nothing of its own. */
export function saysNothing(own: OwnChoice): boolean {
  return Object.values(own).every((said) => said === undefined);
}
