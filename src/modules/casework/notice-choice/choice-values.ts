import {
  type Channel,
  channels,
  type NoticeChoice,
  type NoticeGroup,
  noticeGroups,
  type OwnChoice,
} from './notice-choice.ts';

/** The field of a form that says when notices of a group go by a channel. */
export function whenField(group: NoticeGroup, channel: Channel): WhenField {
  return `${group}-${channel}`;
}
type WhenField = `${NoticeGroup}-${Channel}`;

export const whenFields: readonly WhenField[] = noticeGroups.flatMap((group) =>
  channels.map((channel) => whenField(group, channel)),
);

export const choiceFields = [
  'daysBefore',
  'onTheDay',
  'lateEvery',
  'digestAt',
  'lang',
  'quietFrom',
  'quietTo',
  'quietOnDaysOff',
  ...whenFields,
] as const;
export type ChoiceField = (typeof choiceFields)[number];

/** A choice as its form shows it: the empty text is what is above, `off` is none, `1` and `0` are yes and no. */
export type ChoiceValues = Readonly<Record<ChoiceField, string>>;

/** What a layer says, as its form shows it. */
export function valuesOf(own: OwnChoice): ChoiceValues {
  const whens = whenFields.map((field) => {
    const [group, channel] = field.split('-') as [NoticeGroup, Channel];
    return [field, own.when?.[group]?.[channel] ?? ''] as const;
  });
  return {
    daysBefore: own.daysBefore ? daysText(own.daysBefore) : '',
    onTheDay: flag(own.onTheDay),
    lateEvery: own.lateEvery === undefined ? '' : String(own.lateEvery),
    digestAt: own.digestAt === undefined ? '' : (own.digestAt ?? 'off'),
    lang: own.lang ?? '',
    quietFrom: own.quiet === undefined ? '' : (own.quiet?.from ?? 'off'),
    quietTo: own.quiet?.to ?? '',
    quietOnDaysOff: flag(own.quietOnDaysOff),
    ...(Object.fromEntries(whens) as Record<WhenField, string>),
  };
}

/** A whole choice in the same words, to be shown beside the form. */
export function shownValues(choice: NoticeChoice): ChoiceValues {
  const { quietFrom: from, quietTo: to } = choice;
  const shown = valuesOf({ ...choice, quiet: from !== null && to !== null ? { from, to } : null });
  return { ...shown, quietTo: to ?? 'off' };
}

function daysText(days: readonly number[]): string {
  return days.length === 0 ? '0' : days.join(', ');
}

function flag(value: boolean | undefined): string {
  if (value === undefined) return '';
  return value ? '1' : '0';
}
