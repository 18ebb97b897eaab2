import { readUnits, type UnitsRead } from './unit-name.ts';

/** What of the commune decides how its units are spelled. */
export interface Commune {
  /** Its kind, which some units carry in their name: xã, phường, đặc khu. */
  level: string;
  /** The names of its own units; empty where they are not known. */
  knownUnits: readonly string[];
}

/** The units named in a cell or phrase, in the commune's own spelling where it has them. */
export function unitsIn(text: string, { level, knownUnits }: Commune): UnitsRead {
  return readUnits(text, level, knownUnits);
}
