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
