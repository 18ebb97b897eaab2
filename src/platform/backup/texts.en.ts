import type { Translation } from '#platform/i18n/texts.ts';
import type { BackupTexts } from './texts.ts';

export const en: Translation<BackupTexts> = {
  nothing: () => 'This database is empty and there is nothing to back up: check SAURO_DATA or DATABASE_URL.',
  fileExists: (path) => `The file ${path} exists: choose another name; no earlier backup is written over.`,
  unwritable: (path) => `The file ${path} cannot be written: allow writing or choose another folder.`,
  noRoom: (folder) =>
    `The disk that holds ${folder} is full and the unfinished backup was removed: make room or choose another disk.`,
  noFile: (path) => `There is no file ${path}: check the path.`,
  unreadable: (path) => `The file ${path} may not be read: run as the user who made it.`,
  noBackup: (path) =>
    `The file ${path} is no backup of Sáu Rõ: choose a file that "./sauro backup" has made.`,
  damaged: (path) =>
    `The file ${path} is damaged or cut off, and nothing was changed: copy it again from where it is kept, or use another backup.`,
  newer: (path) =>
    `The file ${path} was made by a newer Sáu Rõ: install the newer release and restore with that.`,
  changed: (path, name) =>
    `The file ${path} was made with other content of the migration ${name} than is installed: use the very release of Sáu Rõ that made it.`,
  notEmpty: () =>
    'This database holds data already, and nothing was changed: add --replace to remove what it holds and put the backup in its place.',
  inUse: (count) =>
    `Sáu Rõ is running on this database (${count} connections): stop it on every machine and try again.`,
  notTheSame: (table) =>
    `The table ${table} was not the same after the restore as in the backup, and everything was taken back: report this to the developers.`,
  diskFull: () =>
    'The disk of the database is full, and everything was taken back: make room and restore again.',
};
