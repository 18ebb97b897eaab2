import { allWord, chosenWord, deedWord, tickedWord } from './list-page/selected.ts';

/** Names in the address of a list's page that belong to the selection of rows and to no filter. */
export const selectionNames: readonly string[] = [chosenWord, allWord, deedWord, tickedWord];

/** The form that puts the rows of a list into a file. */
export function exportFormLink(listPath: string): string {
  return `${listPath}/xuat`;
}

/** A file that is made in the background: how far it is, or the file itself. */
export function exportLink(exportId: string, isFile = false): string {
  return `/tep-xuat/${exportId}${isFile ? '/tep' : ''}`;
}
