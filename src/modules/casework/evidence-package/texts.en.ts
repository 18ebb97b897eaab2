import type { Texts } from './texts.ts';

export const en: Texts = {
  make: 'Evidence package',
  title: 'Evidence package',
  ofFilter: 'Evidence package of the list',
  lead: (title) => `Evidence of: ${title}`,
  ask: (count) =>
    `The package holds the evidence of the ${count} records of the filter: the files, an index that opens without a network, and the SHA-256 hash of each file.`,
  limits: (records, gigabytes) =>
    `At most ${records} records and ${gigabytes} GB; files that do harm or wait to be scanned are left out, and the index says so.`,
  send: 'Make the package',
  back: 'Back',
  state: {
    waiting: 'The evidence is being gathered',
    ready: 'The package is ready',
    failed: 'The package could not be made',
  },
  waiting: 'You may leave this page; the work goes on.',
  ready: (records, files) => `${records} records, ${files} files.`,
  leftOut: (count) => `${count} files were left out; the index says why.`,
  kept: (days) =>
    `Can be taken for ${days} days, only by the one who made it, as long as they see every record in it.`,
  hash: 'SHA-256 hash of the package',
  download: 'Download the package',
  hidden: 'You may no longer see some records of this package: make a new one.',
  failure: {
    'no-right': 'Rights have changed since it was asked for, so it could not be made.',
    'too-many-records': 'The filter has too many records: split it and make several packages.',
    'too-large': 'The files are too large together: split the filter and make several packages.',
    none: 'These records have no evidence yet.',
  },
  index: {
    heading: 'Index of evidence',
    office: 'Office',
    made: 'Made at',
    by: 'Made by',
    check: (command) => `To check the files, run ${command} in this folder.`,
    noRevocation: 'Digital signatures: whether a certificate was revoked is not checked.',
    columns: {
      code: 'Code',
      record: 'Record',
      unit: 'Unit',
      title: 'Evidence',
      kind: 'Kind',
      number: 'Number and sign',
      issuedOn: 'Day',
      issuer: 'Issuing body',
      flags: 'Look again',
      signatures: 'Digital signatures',
      place: 'File in the package, or address',
      sha256: 'SHA-256 hash',
      addedBy: 'Added by',
    },
    without: 'No evidence yet',
    leftOut: {
      infected: 'Left out: does harm',
      waiting: 'Left out: waits to be scanned',
      missing: 'Left out: the store does not have it',
    },
  },
  maker: 'Evidence package',
  api: {
    make: 'Make the evidence package of a filter',
    get: 'An evidence package: how far it is',
    download: 'The file of an evidence package',
  },
};
