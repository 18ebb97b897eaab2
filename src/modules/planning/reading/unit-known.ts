import { bareWords } from './letters.ts';
import { UNIT_KINDS } from './unit-kinds.ts';
import { nearest } from './unit-likeness.ts';

/** The units that a commune really has, ready to be found in text. */
export interface KnownUnits {
  /** The known name that begins at a place of the bare text, and where it ends. */
  at(plain: string, at: number): { name: string; end: number } | undefined;
  /** The known unit of the same kind as a canonical name, or the one spelled nearly alike. */
  like(name: string): string | undefined;
}

const ofList = new WeakMap<readonly string[], KnownUnits>();

/** Prepares the commune's own list of units; the same list is prepared once. */
export function knownUnits(names: readonly string[]): KnownUnits {
  const prepared = ofList.get(names) ?? prepare(names);
  ofList.set(names, prepared);
  return prepared;
}

const JOINT = '[\\s.,;&/-]*(?:(?:va|&)\\s+)?';

function prepare(names: readonly string[]): KnownUnits {
  const written = names
    .map((name) => ({
      name,
      words: bareWords(name)
        .split(' ')
        .filter((word) => word !== 'va' && word !== ''),
    }))
    .filter(({ words }) => words.length > 0)
    .map(({ name, words }) => ({ name, grammar: new RegExp(`${words.join(JOINT)}(?![a-z\\d])`, 'y') }));
  const ofKind = new Map(names.flatMap((name) => kindOf(name).map((kind) => [kind, name] as const)));
  return {
    at(plain, at) {
      let best: { name: string; end: number } | undefined;
      for (const { name, grammar } of written) {
        grammar.lastIndex = at;
        if (grammar.test(plain) && grammar.lastIndex > (best?.end ?? at))
          best = { name, end: grammar.lastIndex };
      }
      return best;
    },
    like: (name) =>
      kindOf(name).flatMap((kind) => ofKind.get(kind) ?? [])[0] ??
      names.find((candidate) => isShortFor(name, candidate)) ??
      nearest(
        name,
        names.filter((candidate) => figuresOf(candidate) === figuresOf(name)),
      ),
  };
}

/** School 1 and school 2 are not one slip apart. */
function figuresOf(name: string): string {
  return name.replaceAll(/\D+/g, ' ').trim();
}

/** "P. VHKHXH" for "Phòng Văn hóa, Khoa học và Xã hội": the first letters of its words. */
function isShortFor(short: string, name: string): boolean {
  const letters = bareWords(short).replace(/ /g, '');
  const words = bareWords(name)
    .split(' ')
    .filter((word) => word !== 'va');
  return letters.length >= 3 && letters === words.map((word) => word[0]).join('');
}

/** The kinds whose writing covers a name from its first letter, the one that covers most. */
function kindOf(name: string): string[] {
  const plain = bareWords(name);
  let best: { kind: string; end: number } | undefined;
  for (const { name: kind, written } of UNIT_KINDS) {
    written.lastIndex = 0;
    if (written.test(plain) && written.lastIndex > (best?.end ?? 0)) best = { kind, end: written.lastIndex };
  }
  return best ? [best.kind] : [];
}
