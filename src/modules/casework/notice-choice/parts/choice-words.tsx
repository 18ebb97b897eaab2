import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { ChoiceField } from '../choice-values.ts';
import {
  type Channel,
  channels,
  type NoticeChoice,
  type NoticeGroup,
  noticeGroups,
} from '../notice-choice.ts';
import { texts } from '../texts.ts';
import type { Happening } from '../what-happens.server.ts';

/** A value of a field as people read it; the empty text is what is above. */
export function fieldWords(lang: Lang, field: ChoiceField, value: string): string {
  const t = texts(lang);
  switch (field) {
    case 'daysBefore':
      return value === '0' ? t.noDays : value;
    case 'onTheDay':
      return value === '1' ? t.yes : t.no;
    case 'lateEvery':
      return everyWords(lang, Number(value));
    case 'digestAt':
      return value === 'off' ? t.noLetter : value;
    case 'lang':
      return value === 'en' ? t.lang.en : t.lang.vi;
    case 'quietFrom':
    case 'quietTo':
      return value === 'off' ? t.noQuiet : value;
    case 'quietOnDaysOff':
      return t.quietDay[value === '1' ? '1' : '0'];
    default:
      return (t.when as Readonly<Record<string, string>>)[value] ?? value;
  }
}

/** What a field is called. */
export function fieldLabel(lang: Lang, field: ChoiceField): string {
  const t = texts(lang);
  if (field in t.field) return t.field[field as keyof typeof t.field];
  const [group, channel] = field.split('-') as [NoticeGroup, Channel];
  return t.whenOf(t.group[group], t.channel[channel]);
}

function everyWords(lang: Lang, days: number): string {
  const { none, one, many } = texts(lang).every;
  if (days === 0) return none;
  return days === 1 ? one : many(formatNumber(lang, days));
}

/** One part of what will happen, under its name. */
export interface HappeningWords {
  readonly label: string;
  readonly value: string;
}

/** What will happen by a choice, in sentences. */
export function happeningWords(lang: Lang, choice: NoticeChoice, happening: Happening): HappeningWords[] {
  const t = texts(lang).happens;
  const { part } = texts(lang);
  const days = (dates: readonly PlainDate[]) => dates.map(formatDate).join(', ');
  const told = [
    happening.before.length > 0 ? t.before(days(happening.before)) : '',
    happening.onTheDay ? t.onTheDay : '',
    happening.late.length > 0 ? t.late(days(happening.late)) : '',
  ].filter(Boolean);
  const { quietFrom, quietTo } = choice;
  const hours = quietFrom !== null && quietTo !== null ? t.quiet(quietFrom, quietTo) : t.noQuiet;
  return [
    {
      label: part.reminder,
      value: `${t.due(formatDate(happening.dueOn))}: ${told.length > 0 ? told.join('; ') : t.never}.`,
    },
    {
      label: part.letter,
      value: happening.nextDigest ? t.digest(formatInstant(lang, happening.nextDigest)) : t.noDigest,
    },
    { label: part.quiet, value: `${hours} ${choice.quietOnDaysOff ? t.quietDays : t.noQuietDays}` },
    ...channels.flatMap((channel) => channelWords(lang, choice, channel)),
  ];
}

/** Which groups go by a channel, and when; nothing where the channel is not used. */
function channelWords(lang: Lang, choice: NoticeChoice, channel: Channel): HappeningWords[] {
  const t = texts(lang);
  const named = (when: 'now' | 'digest') => {
    const groups = noticeGroups.filter((group) => choice.when[group][channel] === when);
    return groups.length > 0
      ? groups.map((group) => t.group[group].toLowerCase()).join(', ')
      : t.happens.nothing;
  };
  const isUsed = noticeGroups.some((group) => choice.when[group][channel] !== 'off');
  return isUsed
    ? [{ label: t.channel[channel], value: t.happens.byChannel(named('now'), named('digest')) }]
    : [];
}
