import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type FileEntry, writeCalendar } from './calendar-file.ts';

const changedAt = new Date('2026-05-12T03:30:15.999Z');

function entry(given: Partial<FileEntry> = {}): FileEntry {
  return {
    uid: 'a@b',
    when: { kind: 'days', from: plainDate('2026-05-29'), to: plainDate('2026-05-31') },
    summary: 'Rà soát thủ tục',
    description: '',
    url: 'https://xa.example/nhiem-vu/1',
    categories: [],
    status: 'CONFIRMED',
    changedAt,
    sequence: 3,
    ...given,
  };
}

const written = (...entries: FileEntry[]) =>
  writeCalendar({ name: 'Việc của tôi', description: 'Hạn; việc', lang: 'vi', refreshMinutes: 15, entries });

/** The one event of a file, as a parser that is not ours reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, event: new ICAL.Event(events[0]), first: events[0] };
}

describe('the file of a calendar', () => {
  it('holds whole days, their end not counted, and when it was changed how often', () => {
    const { event, first, calendar } = read(written(entry()));
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      '2026-05-29',
      '2026-06-01',
    ]);
    expect(event.sequence).toBe(3);
    expect(String(first?.getFirstPropertyValue('dtstamp'))).toBe('2026-05-12T03:30:15Z');
    expect(String(first?.getFirstPropertyValue('last-modified'))).toBe('2026-05-12T03:30:15Z');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT15M');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Việc của tôi');
    expect(first?.getAllSubcomponents('valarm')).toEqual([]);
  });

  it('holds hours in the time of Vietnam, with the zone that says what that is', () => {
    const from = new Date('2026-05-12T01:30:00Z');
    const file = written(entry({ when: { kind: 'hours', from, to: new Date('2026-05-12T03:00:00Z') } }));
    const { event, calendar } = read(file);
    expect(file).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20260512T083000\r\n');
    const zone = calendar.getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Asia/Ho_Chi_Minh');
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    expect(event.startDate.toJSDate().getTime()).toBe(from.getTime());
    expect(written(entry())).not.toContain('VTIMEZONE');
  });

  it('gives back every text that it was given, whatever stands in it', () => {
    const hostile = [
      'dòng một\r\nBEGIN:VALARM\nX:1',
      'phẩy, chấm phẩy; gạch \\n ngược\\ "nháy"',
      `${'ệ'.repeat(5_000)} 😀👨‍👩‍👧`,
      'e\u0302\u0323 rời dấu',
      '\u0007chuông\u0000',
    ];
    for (const text of hostile) {
      const file = written(entry({ summary: text, description: text, categories: [text, 'hai'] }));
      const { event, events, first } = read(file);
      const shown = text
        .normalize('NFC')
        .replaceAll('\r\n', '\n')
        .replaceAll(/[\u0000\u0007]/g, ' ');
      expect(events).toHaveLength(1);
      expect([event.summary, event.description]).toEqual([shown, shown]);
      expect(first?.getFirstProperty('categories')?.getValues()).toEqual([shown, 'hai']);
      expect(first?.getAllSubcomponents()).toEqual([]);
    }
  });

  it('has no line over 75 octets, cuts no letter, and ends every line as the format wants', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const file = written(entry({ summary: `đ${summary}` }));
        const lines = file.split('\r\n');
        expect(file.endsWith('\r\n')).toBe(true);
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
        expect(lines.every((line) => Buffer.from(line).toString() === line)).toBe(true);
      }),
    );
  });

  it('refuses an address that is none', () => {
    expect(() => written(entry({ url: 'không phải địa chỉ' }))).toThrow(/Invalid URL/);
    const split = written(entry({ url: 'https://xa.example/a\r\nBEGIN:VEVENT' }));
    expect(split.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });
});
