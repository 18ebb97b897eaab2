import type { Translation } from '#platform/i18n/texts.ts';
import type { PostgresTexts } from './texts.ts';

export const en: Translation<PostgresTexts> = {
  unwritable: (folder) =>
    `The data folder ${folder} cannot be written: allow the running user to write there, or set SAURO_DATA to another folder.`,
  noRoom: (folder, megabytes) =>
    `The disk that holds ${folder} is nearly full: free at least ${megabytes} MB and start again.`,
  otherVersion: (folder, found, ours) =>
    `The data in ${folder} belongs to PostgreSQL ${found} and this is PostgreSQL ${ours}: move it with pg_upgrade, or set SAURO_DATA to another folder.`,
  noPrograms: (platform) =>
    `There is no bundled PostgreSQL for ${platform} and none from version 15 on the PATH: install PostgreSQL, or set DATABASE_URL to an existing server.`,
  noAccount: () =>
    'PostgreSQL refuses to run as root and this machine has no account nobody: start as an ordinary user, or set DATABASE_URL.',
  alreadyRunning: () => 'Sáu Rõ is running on this data folder already.',
  notOurs: (folder) =>
    `The folder ${folder} belongs to another user and cannot hold the socket: remove it and start again.`,
  didNotStart: (reason, log) =>
    `The bundled PostgreSQL did not start (${reason}): see ${log}, or set DATABASE_URL to an existing server.`,
  unreachable: (host, reason) =>
    `PostgreSQL at ${host} cannot be reached (${reason}): check DATABASE_URL and the server.`,
  tooOld: (version) => `The server at DATABASE_URL is PostgreSQL ${version}: version 15 or newer is needed.`,
  notUtf8: (encoding) =>
    `The database at DATABASE_URL is encoded in ${encoding}: create it again with ENCODING 'UTF8'.`,
  rolesMissing: (statements) =>
    `The account in DATABASE_URL cannot prepare the database: ask the PostgreSQL administrator to run: ${statements}`,
  tooMighty: (role) =>
    `The role ${role} passes by row-level security: run ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS.`,
};
