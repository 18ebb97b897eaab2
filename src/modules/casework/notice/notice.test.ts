import { expect, it } from 'vitest';
import { stillToTell } from './notice.ts';

const telling = (kind: string, recordId: string, settles: readonly string[] = []) => ({
  kind,
  recordKind: 'task',
  recordId,
  officerIds: [],
  settles,
});

it('does not tell what was settled in the same transaction', () => {
  const submitted = telling('task-submitted', 'a');
  const approved = telling('task-approved', 'a', ['task-submitted']);
  const other = telling('task-submitted', 'b');
  expect(stillToTell([submitted, other, approved])).toEqual([other, approved]);
  // What comes after is a matter of its own.
  expect(stillToTell([approved, submitted])).toEqual([approved, submitted]);
});
