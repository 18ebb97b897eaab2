import { allWord, chosenWord, deedWord, tickedWord } from './list-page/selected.ts';

/** Names in the address of a list's page that belong to the selection of rows and to no filter. */
export const selectionNames: readonly string[] = [chosenWord, allWord, deedWord, tickedWord];
