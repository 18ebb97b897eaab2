import { kebabCase, knownModules, noDrawers, sliceFileNames } from './file-names.ts';
import { fileSizes } from './file-sizes.ts';
import { migrationNames, tablesAreExplained, tablesAreLocked } from './migrations.ts';
import {
  citedLawIsRegistered,
  commandsAreTested,
  onlyDoorsReExport,
  sqlInItsPlace,
  textsInTwoLanguages,
  writesNameTheirAct,
} from './slice-parts.ts';
import type { ShapeRule } from './source-tree.ts';
import { noInlineStyle, ownStory, wordsInTexts } from './written-words.ts';

/** Every rule of the house that can be read off the files. */
export const shapeRules: readonly ShapeRule[] = [
  sliceFileNames,
  knownModules,
  kebabCase,
  noDrawers,
  fileSizes,
  textsInTwoLanguages,
  commandsAreTested,
  writesNameTheirAct,
  onlyDoorsReExport,
  sqlInItsPlace,
  citedLawIsRegistered,
  wordsInTexts,
  noInlineStyle,
  ownStory,
  migrationNames,
  tablesAreLocked,
  tablesAreExplained,
];
