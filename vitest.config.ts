import { defineConfig } from 'vitest/config';

const SECOND = 1_000;
/** What has taken so long hangs. No test is about speed, so none has a shorter limit of its own: machines differ tenfold. */
const HANGS = 300 * SECOND;
const clusterSetup = 'src/platform/postgres/testing-setup.ts';
const ends = 'src/platform/db/testing-ends.ts';

/** Four kinds of tests by the end of their names: pure ones, those on a real database, those through HTTP in this
 *  process, and journeys in a browser, one at a time. Last and alone come the faults, which kill what they started. */
export default defineConfig({
  test: {
    // The library that reads PDF leaves promises about broken parts of hostile files to fail behind it.
    onUnhandledError: (error) =>
      !/^(?:XRefEntry|XRefParse|MissingData|ParserEOF|InvalidPDF)Exception$|^FormatError$/.test(
        error.name ?? '',
      ),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'],
          exclude: ['**/*.{db,http}.test.*'],
          testTimeout: HANGS,
          hookTimeout: HANGS,
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.{ts,tsx}'],
          globalSetup: [clusterSetup],
          setupFiles: [ends],
          testTimeout: HANGS,
          hookTimeout: HANGS,
        },
      },
      {
        test: {
          name: 'http',
          include: ['src/**/*.http.test.{ts,tsx}'],
          globalSetup: [clusterSetup],
          setupFiles: [ends],
          testTimeout: HANGS,
          hookTimeout: HANGS,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/*.spec.ts'],
          globalSetup: [clusterSetup, 'e2e/seeded-demo.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: HANGS,
          hookTimeout: HANGS,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['e2e/faults/*.spec.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: HANGS,
          hookTimeout: HANGS,
        },
      },
    ],
  },
});
