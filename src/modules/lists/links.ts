import { addressOf } from '#platform/list/address.ts';
import { allWord, chosenWord, deedWord, tickedWord } from './list-page/selected.ts';

/** Names in the address of a list's page that belong to the selection of rows and to no filter. */
export const selectionNames: readonly string[] = [chosenWord, allWord, deedWord, tickedWord];

/** The form that puts the rows of a list into a file. */
export function exportFormLink(listPath: string): string {
  return `${listPath}/xuat`;
}

/** A list on one page for printing. */
export function printLink(listPath: string): string {
  return `${listPath}/in`;
}

/** A file that is made in the background: how far it is, or the file itself. */
export function exportLink(exportId: string, isFile = false): string {
  return `/tep-xuat/${exportId}${isFile ? '/tep' : ''}`;
}

/** The saved views of a list, or of all lists. */
export function viewsLink(listPath?: string): string {
  return addressOf('/cach-xem', listPath === undefined ? [] : [['danh-sach', listPath]]);
}

/** The form that saves a view of a list with this filter. */
export function saveViewLink(listPath: string, query: string): string {
  return addressOf(newViewLink, [
    ['danh-sach', listPath],
    ['loc', query],
  ]);
}

/** Where a list with this filter is frozen as proof of something; without a list, where one is chosen. */
export function freezeLink(listPath?: string, query = ''): string {
  return addressOf('/ban-chot/moi', [
    ...(listPath === undefined ? [] : ([['danh-sach', listPath]] as const)),
    ...(query === '' ? [] : ([['loc', query]] as const)),
  ]);
}

/** Where the form of a new view is sent. */
export const newViewLink = '/cach-xem/luu';

/** A saved view: its form, or what is done with it (POST). */
export function viewLink(viewId: string, deed?: 'xoa' | 'khoi-phuc'): string {
  return `/cach-xem/${viewId}${deed ? `/${deed}` : ''}`;
}

/** A deed on the selected rows of a list: its form and its preview. */
export function bulkLink(listPath: string): string {
  return `${listPath}/hang-loat`;
}

/** The form of a deed on all rows of a list that a filter leaves in. */
export function bulkAllLink(
  listPath: string,
  deed: string,
  filter: readonly (readonly [string, string])[],
): string {
  return addressOf(bulkLink(listPath), [...filter, [allWord, '1'], [deedWord, deed]]);
}

/** A deed on many rows that was begun: its result, or the way back (POST). */
export function bulkRunLink(listPath: string, runId: string, isUndo = false): string {
  return `${bulkLink(listPath)}/${runId}${isUndo ? '/hoan-tac' : ''}`;
}
