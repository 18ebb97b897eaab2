import { afterAll } from 'vitest';

const ends: (() => Promise<void>)[] = [];

/** Has something done after the last test of the file. For what is opened within a hook, where `afterAll` is not heard. */
export function atEndOfFile(end: () => Promise<void>): void {
  ends.push(end);
}

// Loaded before each test file: registered first, this runs after all that the file itself does at its end.
afterAll(async () => {
  const failures: unknown[] = [];
  for (const end of ends.splice(0).toReversed()) await end().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
});
