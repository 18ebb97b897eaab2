import type { Tone } from '../tag/tag.tsx';

export type SheetDay = {
  /** yyyy-mm-dd, for machines. */
  date: string;
  /** The number of the day, and the whole day for lists. */
  label: string;
  longLabel: string;
  isOff?: boolean | undefined;
  isToday?: boolean | undefined;
  /** Why the day is off. */
  note?: string | undefined;
  entries: readonly { key: string; label: string; href: string; tone: Tone; note: string }[];
  /** All that falls on the day: how many, and where they are listed. */
  all?: { label: string; href: string } | undefined;
};

export type MonthSheetProps = {
  caption: string;
  /** Seven, Monday first. */
  weekdays: readonly { short: string; long: string }[];
  /** Weeks of seven, Monday first; undefined leaves a day out. */
  weeks: readonly (readonly (SheetDay | undefined)[])[];
  /** Said on a phone of a month on whose days nothing falls. */
  emptyLabel: string;
};

/** One month as a sheet, with what falls on its days. Where room is under 640 px, the days that hold something in a list. */
export function MonthSheet({ caption, weekdays, weeks, emptyLabel }: MonthSheetProps) {
  const isEmpty = !weeks.flat().some((day) => day?.all);
  return (
    <div class="month-sheet">
      <table role="table">
        <caption class="said">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {weekdays.map((day) => (
              <th key={day.short} scope="col" role="columnheader">
                <abbr title={day.long}>{day.short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeks.map((week, index) => (
            <tr
              key={week.find(Boolean)?.date ?? index}
              role="row"
              data-bare={week.some((day) => day?.all) ? undefined : true}
            >
              {week.map((day, column) => (
                <DayCell key={day?.date ?? column} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isEmpty && <p class="month-sheet-empty">{emptyLabel}</p>}
    </div>
  );
}

function DayCell({ day }: { day: SheetDay | undefined }) {
  if (!day) return <td role="cell" data-out />;
  return (
    <td
      role="cell"
      data-off={day.isOff || undefined}
      data-bare={day.all ? undefined : true}
      aria-current={day.isToday ? 'date' : undefined}
    >
      <p class="month-sheet-day">
        <time datetime={day.date}>
          <span class="month-sheet-short">{day.label}</span>
          <span class="month-sheet-long">{day.longLabel}</span>
        </time>
        {day.all && <a href={day.all.href}>{day.all.label}</a>}
      </p>
      {day.note && <small class="month-sheet-note">{day.note}</small>}
      {day.entries.length > 0 && (
        <ul>
          {day.entries.map((entry) => (
            <li key={entry.key} data-tone={entry.tone}>
              <a href={entry.href}>{entry.label}</a> <small>{entry.note}</small>
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}
