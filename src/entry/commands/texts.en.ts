import type { Translation } from '#platform/i18n/texts.ts';
import type { CommandTexts } from './texts.ts';

export const en: Translation<CommandTexts> = {
  product: 'Sáu Rõ: the administrative-reform work of a commune for a whole year.',
  usage: 'Usage',
  options: 'Environment variables',
  seeHelp: (command) => `See "${command} --help".`,
  unknownCommand: (name) => `There is no command "${name}".`,
  wrongArguments: (problem) => `Wrong arguments: ${problem}.`,
  summaries: {
    start:
      'run everything: database, web pages and background work, on one port; --empty begins without the demo',
    web: 'run only the web pages, on a database that is ready',
    worker: 'run only the background work, on a database that is ready',
    migrate: 'bring the database to the newest version and end',
    backup: 'write all data into one file while people go on working',
    restore: 'put a backup into an empty database, or in place of what one holds',
    'move-to': 'move the data from the bundled PostgreSQL to a PostgreSQL server',
    'read-plan': 'read a plan (.docx, .doc, .pdf, .xlsx, .txt, .md, .html) and print JSON',
    'verify-audit': 'check whether an exported audit file (.jsonl) is unbroken',
    doctor: 'check whether this machine can run the product, and say what to put right',
  },
  switches: 'Switches',
  restoreSwitches: {
    replace: 'remove what the database holds and put the backup in its place',
    rehearse:
      'try the restore in a PostgreSQL of its own and remove it; present data is not touched; without FILE the newest backup is tried',
  },
  variables: {
    PORT: 'port of the web pages (8080 unless set)',
    HOST: 'address to listen on (127.0.0.1 unless set)',
    SAURO_BASE_URL: 'address by which people come',
    DATABASE_URL: 'an existing PostgreSQL server; the bundled one runs when it is empty',
    SAURO_APP_DATABASE_URL: 'a second login for the role sauro_app, where needed',
    SAURO_DATA: 'data folder (.data unless set)',
    SAURO_FILE_MB: 'the largest file that is taken in, in MB (100 unless set)',
    SAURO_SENDING_MB: 'the most that files sent at once may weigh, in MB (300 unless set)',
    SAURO_S3_URL: 'a bucket that speaks the protocol of S3; unset, files are kept in the data folder',
    SAURO_CLAMD: 'where clamd listens, to look into files; unset, they are not scanned',
    SAURO_DEMO: 'on or off: load the demo into an empty database (on unless set)',
    SAURO_TRUST_PROXY: 'number of proxies in front (0 unless set)',
    SAURO_METRICS_TOKEN: 'token to read /metrics from elsewhere (this machine only when empty)',
    SAURO_WORKER_PORT: 'port on which ./sauro worker on its own is watched (none when empty)',
    LOG_LEVEL: 'level of the log (info unless set)',
  },
  ready: (address) => `Sáu Rõ is running at ${address}`,
  signIns: 'Demo accounts (the password is in the last column)',
  setUp: (address, code) => `No office is set up yet. Set it up at ${address} with the code ${code}`,
  holdsDemo:
    'This data folder holds the demo: set SAURO_DATA to another folder, such as SAURO_DATA=.data-xa, and start with --empty again.',
  howToStop: 'Press Ctrl+C to stop.',
  stopping: 'Stopping…',
  workerReady: 'The background work is running.',
  migrated: (count) => (count === 0 ? 'The database is up to date already.' : `${count} migrations applied.`),
  backedUp: (path, rows, files, megabytes, seconds) =>
    `${rows} rows and ${files} files backed up to ${path} (${megabytes} MB, ${seconds} s). Copy this file to another machine.`,
  filesLost: (count) =>
    `${count} files were lost or changed before and are not in the backup: run "./sauro doctor" to learn which.`,
  checksum: (sha256) => `SHA-256: ${sha256}`,
  restored: (madeAt, rows, seconds) =>
    `The backup of ${madeAt} is restored: ${rows} rows, the very same as in the backup (${seconds} s).`,
  rehearsed: (madeAt, rows, seconds) =>
    `The backup of ${madeAt} was restored for a trial: ${rows} rows, the very same as in the backup (${seconds} s). Present data is as it was.`,
  auditProved: (lines) => `The audit in it is whole: ${lines} lines were checked.`,
  auditFaulty: (lines, faults) =>
    `The audit in it is not whole: ${faults} places are wrong in ${lines} lines. Run "./sauro doctor" to learn where.`,
  noBackupHere: (folder) => `There is no backup in ${folder} yet: run "./sauro backup" first.`,
  rehearseAlone: '--rehearse does not go with --replace: a trial replaces nothing.',
  moved: (host, rows) =>
    `${rows} rows moved to PostgreSQL at ${host}, the very same as before. From now on set DATABASE_URL to that server and run "./sauro start".`,
  keptBackup: (path) => `The backup of the move is ${path}.`,
  movedAway: (host, marker) =>
    `The data of this folder moved to PostgreSQL at ${host}: set DATABASE_URL to that server. To use the old data here again, remove the file ${marker}.`,
  movesFromBundled:
    'move-to moves data out of the bundled PostgreSQL: unset DATABASE_URL and run it again. Between two servers use backup and restore.',
  runningAt: (address) =>
    `Sáu Rõ is running on this data folder already, at ${address}: open that address, or stop the running one first.`,
  portTaken: (port) =>
    `Port ${port} is in use by another program: stop that program or set another PORT, such as PORT=${port + 1}.`,
  portForbidden: (port) => `Port ${port} may not be used: set a PORT from 1024 on, such as PORT=8080.`,
  hostUnknown: (host) => `This machine has no address ${host}: correct HOST, for example HOST=0.0.0.0.`,
  notMigrated: (count) => `The database lacks ${count} migrations: run "./sauro migrate" first.`,
  migrationChanged: (detail) =>
    `A migration that was applied has other content now (${detail}): fetch the very source of the installed release.`,
  schemaNewer: (names) =>
    `A newer release of Sáu Rõ has upgraded this database (${names}): run the newer release, or restore the backup from before the upgrade.`,
  fault: (reason) => `Something unforeseen went wrong (${reason}): run "./sauro doctor" and see the log.`,
};
