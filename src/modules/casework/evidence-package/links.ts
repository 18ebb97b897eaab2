import { addressOf } from '#platform/list/address.ts';

/** A package: how far it is, or the file itself. */
export function packageLink(packageId: string, isFile = false): string {
  return `/goi-minh-chung/${packageId}${isFile ? '/tep' : ''}`;
}

/** The page that asks for the evidence of all records of a filter; the form of one record is sent below that record. */
export function askPackageLink(recordsPath: string, query = ''): string {
  return addressOf(`${recordsPath}/goi-minh-chung`, [...new URLSearchParams(query)]);
}

/** Where the evidence of one record is asked for (POST). */
export function packRecordLink(recordLink: string): string {
  return `${recordLink}/minh-chung/goi`;
}
