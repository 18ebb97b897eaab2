import type { Translation } from '#platform/i18n/texts.ts';
import type { DoctorTexts } from './texts.ts';

export const en: Translation<DoctorTexts> = {
  node: (version) => `Node.js ${version}: good (20.19 or newer is needed)`,
  nodeOld: (version) => `Node.js ${version} is too old: install Node.js 20.19 or newer`,
  folder: (path, gigabytes) => `Data folder ${path}: writable, ${gigabytes} GB free`,
  folderFull: (path, gigabytes) => `Data folder ${path}: only ${gigabytes} GB free, make room on the disk`,
  folderClosed: (path) =>
    `Data folder ${path}: cannot be written, allow writing or set SAURO_DATA to another folder`,
  portFree: (port) => `Port ${port}: free`,
  portOurs: (address) => `Web port: Sáu Rõ is running at ${address}`,
  portTaken: (port) => `Port ${port}: another program uses it, set another PORT`,
  server: (version, place) => `PostgreSQL ${version} (${place}): reachable`,
  bundled: 'run by Sáu Rõ',
  given: 'by DATABASE_URL',
  encoding: (encoding, order) => `Encoding ${encoding}, order of letters ${order}`,
  noVietnamese: 'This PostgreSQL lacks the Vietnamese order of letters (vi-x-icu): use one built with ICU',
  fresh: 'Database: empty, ./sauro start prepares it',
  migrated: 'Database schema: newest',
  pending: (count) => `Database schema: ${count} migrations are missing, run ./sauro migrate`,
  roleBound: 'Role sauro_app: bound by row-level security',
  roleMighty: 'Role sauro_app passes by row-level security: ALTER ROLE sauro_app NOSUPERUSER NOBYPASSRLS',
  tablesClosed: (count) => `Row-level security: on for all ${count} tables of the communes`,
  tablesOpen: (names) => `Row-level security is off on: ${names}`,
  schemaNewer: 'Database schema: made by a newer Sáu Rõ, run the newer release',
  clock: 'Clock: agrees with that of the database',
  clocksApart: (seconds) =>
    `The clock of this machine is ${seconds} s apart from that of the database: turn on time synchronisation (NTP) on both`,
  clockBack: (time) =>
    `The clock of this machine runs behind: something was written at ${time} already, set the time and turn on time synchronisation (NTP)`,
  worker: 'Background work: running',
  workerRests: 'Background work: not running, for Sáu Rõ is stopped',
  workerSilent: (waiting) =>
    `Background work does not run (${waiting} jobs wait): start Sáu Rõ again, or run ./sauro worker`,
  jobHeld: (time) =>
    `A background job is held since ${time}, probably by a process that was killed: start Sáu Rõ again, and it goes on after a minute`,
  jobs: (waiting) => `Queue of background work: ${waiting} jobs wait, none has failed for good`,
  jobsGivenUp: (count, names) =>
    `${count} background jobs failed at every try (${names}): read the log and tell the developers`,
  backup: (time, file) => `Newest backup: ${time} (${file}); one a day, kept on another machine, is right`,
  noBackup: 'No backup was ever made: run ./sauro backup',
  rehearsal: (time) => `Newest trial of a restore: ${time}`,
  noRehearsal: 'A restore was never tried: run ./sauro restore --rehearse',
  room: (megabytes) => `Data of ${megabytes} MB: there is room for a backup in the data folder`,
  files: (count) => `All ${count} files are there, with the content that was stored.`,
  filesLost: (count, hashes) =>
    `${count} files are lost or changed (${hashes}): restore the newest backup that has them, then check the disk or the storage.`,
  storeAway: 'The storage of files does not answer: check SAURO_S3_URL, the keys and the network.',
  roomShort: (megabytes) =>
    `Data of ${megabytes} MB and no room for a backup in the data folder: make room, or back up to another disk`,
  program: 'Parts of the program: complete',
  programMissing: (names) =>
    `Parts of the program are missing (${names}): fetch the source again and run node scripts/build.mjs`,
  typesetter: 'PDF typesetting: works',
  noTypesetter: (machine) =>
    `PDF typesetting: there is none for ${machine}, papers come as Word and as a page to print`,
  tesseract: (path) => `Tesseract ${path}: scans can be read`,
  noTesseract:
    'Tesseract: none, plans that are scans cannot be read (install tesseract-ocr and tesseract-ocr-vie)',
  auditWhole: (lines, tenants) => `Audit: ${lines} lines of ${tenants} tenants, chains unbroken`,
  auditWaiting: (lines, minutes) =>
    `Audit: ${lines} lines wait to be sealed, the oldest for ${minutes} minutes: does the background work run (./sauro worker)?`,
  auditBroken: (tenant, place, more) =>
    `Audit of ${tenant}: the chain is broken from line ${place}${more > 0 ? ` and in ${more} more places` : ''}; compare with earlier exports and with the backup`,
  chromium: (path) => `Chromium ${path}: found (only tests use it)`,
  noChromium: 'Chromium: none (only tests use it; npm test installs it where it may)',
  healthy: 'This machine can run Sáu Rõ.',
  unhealthy: (count) => `${count} to put right.`,
};
