import type { Run } from './doc-runs.ts';
import { type DocText, lastBegun } from './doc-text.ts';
import { signOfAnyFont } from './symbol-fonts.ts';

/** What the properties of characters change in what people see of a text. */
export interface CharacterMarks {
  /** By character: 1 hidden, 2 deleted in a tracked change, both or none. */
  readonly unseen: Uint8Array;
  /** Characters that a picture font shows for a place-holder. */
  readonly symbols: ReadonlyMap<number, string>;
}

const HIDDEN = 1;
export const DELETED = 2;

/** Finds out which characters are hidden, deleted or drawn by a picture font. */
export function markCharacters({ characters, pieces }: DocText, runs: readonly Run[]): CharacterMarks {
  const unseen = new Uint8Array(characters.length);
  const symbols = new Map<number, string>();
  for (const { from, to, at, bytesPerCharacter } of pieces) {
    const end = at + (to - from) * bytesPerCharacter;
    const character = (place: number): number => from + Math.ceil((place - at) / bytesPerCharacter);
    for (let index = Math.max(0, lastBegun(runs, at)); index < runs.length; index++) {
      const run = runs[index];
      if (run === undefined || run.from >= end) break;
      if (run.to <= at) continue;
      const first = character(Math.max(at, run.from));
      const last = character(Math.min(end, run.to));
      markRun(run, first, last, unseen, symbols);
    }
  }
  return { unseen, symbols };
}

function markRun(
  run: Run,
  first: number,
  last: number,
  unseen: Uint8Array,
  symbols: Map<number, string>,
): void {
  let mark = 0;
  for (const { code, value } of run.sprms()) {
    // Beyond on and off, a switch may be set to whatever the style says: no style hides text.
    if (code === 0x083c && value.u8(0) === 1) mark |= HIDDEN;
    else if (code === 0x0800 && value.u8(0) === 1) mark |= DELETED;
    else if (code === 0x6a09)
      for (let at = first; at < last; at++) symbols.set(at, signOfAnyFont(value.u16(2)));
  }
  if (mark !== 0) unseen.fill(mark, first, last);
}
