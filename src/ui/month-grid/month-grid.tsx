import { Icon } from '../icon/icon.tsx';
import { toneIcon, type Tone } from '../tag/tag.tsx';

export type MonthDay = {
  /** yyyy-mm-dd, for machines. */
  date: string;
  label: string;
  isOff?: boolean | undefined;
  isToday?: boolean | undefined;
  /** The day holds something; its entry below says what. */
  tone?: Tone | undefined;
  /** Where what falls on the day is listed, and how that is called. */
  all?: { label: string; href: string } | undefined;
};

export type MonthEntry = {
  key: string;
  /** The day, or the days, as people write it. */
  when: string;
  label: string;
  href: string;
  tone: Tone;
  note?: string | undefined;
};

export type Month = {
  key: string;
  label: string;
  isCurrent?: boolean | undefined;
  /** Weeks of seven, Monday first; undefined leaves a day out. */
  weeks: readonly (readonly (MonthDay | undefined)[])[];
  /** Why days are off, or worked although they would be. */
  dayNotes?: readonly { key: string; when: string; label: string }[] | undefined;
  entries: readonly MonthEntry[];
};

export type MonthGridProps = {
  /** Seven, Monday first. */
  weekdays: readonly { short: string; long: string }[];
  months: readonly Month[];
  /** Said of a month without entries. */
  emptyLabel: string;
};

/**
 * A year by months: small calendars with what falls on their days listed under each. On a phone the lists stand alone;
 * on paper the sheet lies on its long side.
 */
export function MonthGrid({ weekdays, months, emptyLabel }: MonthGridProps) {
  return (
    <ol class="month-grid">
      {months.map((month) => (
        <li key={month.key} class="month" id={month.key} data-current={month.isCurrent || undefined}>
          <h3 id={`${month.key}-title`}>{month.label}</h3>
          <MonthDays month={month} weekdays={weekdays} />
          <DayNotes notes={month.dayNotes ?? []} />
          {month.entries.length === 0 ? (
            <p class="month-empty">{emptyLabel}</p>
          ) : (
            <ul class="month-entries">
              {month.entries.map((entry) => (
                <li key={entry.key} data-tone={entry.tone}>
                  <span class="month-when">{entry.when}</span>
                  <a href={entry.href}>{entry.label}</a>
                  {entry.note && (
                    <small>
                      <Icon name={toneIcon(entry.tone)} size="small" />
                      {entry.note}
                    </small>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Day({ day }: { day: MonthDay }) {
  const time = <time datetime={day.date}>{day.label}</time>;
  if (!day.all) return time;
  return (
    <a href={day.all.href} aria-label={day.all.label}>
      {time}
    </a>
  );
}

function DayNotes({ notes }: { notes: NonNullable<Month['dayNotes']> }) {
  if (notes.length === 0) return null;
  return (
    <ul class="month-notes">
      {notes.map((note) => (
        <li key={note.key}>
          <span class="month-when">{note.when}</span>
          {note.label}
        </li>
      ))}
    </ul>
  );
}

function MonthDays({ month, weekdays }: { month: Month; weekdays: MonthGridProps['weekdays'] }) {
  return (
    <table class="month-days" aria-labelledby={`${month.key}-title`}>
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
        {month.weeks.map((week, index) => (
          <tr key={week.find(Boolean)?.date ?? index}>
            {week.map((day, column) => (
              <td
                key={day?.date ?? column}
                data-off={day?.isOff || undefined}
                data-tone={day?.tone}
                aria-current={day?.isToday ? 'date' : undefined}
              >
                {day && <Day day={day} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
