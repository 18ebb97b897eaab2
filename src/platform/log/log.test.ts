import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

describe('log', () => {
  it('writes one JSON object a line with the level in words', () => {
    expect(lineOf((log) => log.info({ requestId: 'r1' }, 'served'))).toMatchObject({
      level: 'info',
      requestId: 'r1',
      msg: 'served',
    });
  });

  it('hides what is private at both depths', () => {
    const line = lineOf((log) => log.warn({ password: 'x', officer: { email: 'a@b.vn', id: 'o1' } }, 'odd'));
    expect(line).toMatchObject({ password: '…', officer: { email: '…', id: 'o1' } });
  });

  it('keeps the row of a database error out', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (sign_in_name)=(nguyen.van.a) already exists.',
    });
    const line = lineOf((log) => log.error({ err: error }, 'failed'));
    expect(JSON.stringify(line)).not.toContain('nguyen.van.a');
    expect(line).toMatchObject({ err: { code: '23505' } });
  });

  it('keeps what was typed out of the complaint of a database, of its stack and of its cause', () => {
    const complaint = Object.assign(new Error('invalid input syntax for type date: "Nguyễn Văn A"'), {
      severity: 'ERROR',
      code: '22007',
    });
    const outer = new Error('step failed for a@b.vn', { cause: complaint });
    for (const error of [complaint, outer]) {
      const text = JSON.stringify(lineOf((log) => log.error({ err: error }, 'failed')));
      expect(text).not.toMatch(/Nguyễn|a@b/);
      expect(text).toContain('22007');
    }
  });

  it('searches messages and texts for what is private by its form', () => {
    const line = lineOf((log) => log.warn({ queue: 'failed with 0912345678' }, 'mail to a@b.vn'));
    expect(line).toMatchObject({ queue: 'failed with …', msg: 'mail to …@…' });
  });
});

function lineOf(write: (log: ReturnType<typeof createLog>) => void): unknown {
  let line = '';
  write(createLog('trace', { write: (text) => void (line += text) }));
  return JSON.parse(line);
}
