import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from './lang.ts';

const zone = 'Asia/Ho_Chi_Minh';
/** The names of the days, Sunday first, asked once: a page may name sixty days. */
const weekdays = { vi: weekdayNames('vi-VN'), en: weekdayNames('en-GB') };

/** Made once: making a formatter costs more than drawing a page. */
const numbers = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 }),
};
const times = {
  vi: new Intl.DateTimeFormat('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }),
};
const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
const sorters = { vi: new Intl.Collator('vi'), en: new Intl.Collator('en') };

/** A date as dd/MM/yyyy, in both languages: what stands on the paper. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** A date without its year, dd/MM. */
export function formatDayMonth(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}`;
}

/** A moment in Việt Nam's time: "08:05 12/05/2026". */
export function formatInstant(lang: Lang, at: Date): string {
  return `${times[lang].format(at)} ${formatDate(days.format(at) as PlainDate)}`;
}

/** A number with the marks of the language: 1.234,5 or 1,234.5. */
export function formatNumber(lang: Lang, value: number): string {
  return numbers[lang].format(value);
}

/** The weekday's name, in lower case inside a Vietnamese sentence: "thứ Ba". */
export function formatWeekday(lang: Lang, date: PlainDate): string {
  return weekdays[lang][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

function weekdayNames(locale: 'vi-VN' | 'en-GB'): readonly string[] {
  const named = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => {
    // The fourth of January 1970 was a Sunday.
    const name = named.format(new Date(Date.UTC(1970, 0, 4 + day)));
    return locale === 'vi-VN' ? name.replace(/^(T|C)/, (first) => first.toLowerCase()) : name;
  });
}

/** Compares two texts in the order of the language (a ă â … đ). */
export function compareText(lang: Lang, a: string, b: string): number {
  return sorters[lang].compare(a, b);
}
