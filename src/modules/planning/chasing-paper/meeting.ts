import type { PlainDate } from '#platform/clock/plain-date.ts';

/** When, where and under whom those meet to whom an agenda goes; each as it was typed, empty or null where nobody knows. */
export interface Meeting {
  readonly on: PlainDate | null;
  readonly time: string;
  readonly place: string;
  readonly chair: string;
}

/** How long a meeting is taken to last, since an agenda says only when it begins. */
const meetingMs = 90 * 60_000;

/** "8 giờ", "08 giờ 30 phút", "8h30", "14:00", their marks composed or not. */
const clockTime = /^(\d{1,2})\s*(?:h|g|:|gi\S{1,3})\s*(?:(\d{1,2})\s*(?:ph\S{1,4}|p)?)?\.?$/i;

/** From when to when a meeting is, in the time of Việt Nam; a whole day where its hour is not said or cannot be read. */
export type MeetingTime =
  | { readonly kind: 'days'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'hours'; readonly from: Date; readonly to: Date };

/** When a calendar shows a meeting; undefined where its day is not known. */
export function meetingTime({ on, time }: Meeting): MeetingTime | undefined {
  if (on === null) return undefined;
  const [, hour, minute = '00'] = clockTime.exec(time.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59)
    return { kind: 'days', from: on, to: on };
  const from = new Date(`${on}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}:00+07:00`);
  return { kind: 'hours', from, to: new Date(from.getTime() + meetingMs) };
}
