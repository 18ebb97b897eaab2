/** What a day is to the count; a day may be several at once. */
export type DayMark = 'spent' | 'off' | 'start' | 'today' | 'due' | 'paused';

export type GridDay = {
  /** yyyy-mm-dd, for machines. */
  date: string;
  /** The date as people write it. */
  label: string;
  /** Which working day it is, or the word that stands in its place. */
  count?: string | number | undefined;
  /** Name of the holiday, hour of the due moment: drawn where there is room, always said. */
  note?: string | undefined;
  marks?: readonly DayMark[] | undefined;
};

export type DayGridProps = {
  /** How the days are counted. */
  caption: string;
  /** Seven, Monday first. */
  weekdays: readonly { short: string; long: string }[];
  /** Weeks of seven; undefined leaves a day out. */
  weeks: readonly (readonly (GridDay | undefined)[])[];
};

/** A count of working days laid on weeks, so that it can be checked against the calendar on the wall. */
export function DayGrid({ caption, weekdays, weeks }: DayGridProps) {
  return (
    <table class="day-grid">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day.short} scope="col">
              <abbr title={day.long}>{day.short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find(Boolean)?.date ?? index}>
            {week.map((day, column) => (
              <DayCell key={day?.date ?? column} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day }: { day: GridDay | undefined }) {
  if (!day) return <td class="day-none" />;
  return (
    <td data-marks={day.marks?.join(' ')} aria-current={day.marks?.includes('today') ? 'date' : undefined}>
      <time datetime={day.date}>{day.label}</time>
      {day.count !== undefined && <b>{day.count}</b>}
      {day.note && <span class="day-note">{day.note}</span>}
    </td>
  );
}
