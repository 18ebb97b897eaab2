import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('a CSV file', () => {
  it('opens as UTF-8 and ends its lines with CRLF', () => {
    expect(toCsv(['Mã', 'Số'], [['I.1', 3]])).toBe('\ufeffMã,Số\r\nI.1,3\r\n');
  });

  it('quotes what would break a line apart', () => {
    expect(toCsv(['a'], [['một, "hai"\nba']])).toContain('"một, ""hai""\nba"');
  });

  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\tx', '\r=1'])('keeps %j from running as a formula', (text) => {
    expect(toCsv(['a'], [[text]])).toContain(`'${text}`);
  });

  it('leaves numbers numbers, and empties empty', () => {
    expect(toCsv(['a', 'b', 'c'], [[-2, null, undefined]])).toContain('\r\n-2,,\r\n');
  });
});
