import type { AuditWords } from '#modules/casework/index.server.ts';
import { type SearchTerm, type SearchWords, textScore } from '#platform/search/search-words.ts';

/** What a term of a search names in the audit: codes of acts and kinds, people by account, parts of the system. */
export interface NamedTerm {
  readonly term: SearchTerm;
  readonly acts: readonly string[];
  readonly kinds: readonly string[];
  readonly people: readonly string[];
  readonly systems: readonly string[];
}

/** A person whose acts stand in the audit. */
export interface AuditActor {
  readonly key: string;
  readonly name: string;
}

/**
 * Looks every term of a search up among the words of the audit and the people in it, marks and case aside. Lines hold
 * codes and ids, so they are found by what these are called.
 */
export function namedTerms(
  search: SearchWords,
  words: AuditWords,
  people: readonly AuditActor[],
): NamedTerm[] {
  return search.terms.map((term) => {
    const isNamed = (name: string) => textScore({ typed: term.text, terms: [term] }, name) !== undefined;
    const codes = (names: Readonly<Record<string, string>>) =>
      Object.entries(names).flatMap(([code, name]) => (isNamed(name) ? [code] : []));
    return {
      term,
      acts: codes(words.acts),
      kinds: codes(words.kinds),
      people: people.filter(({ name }) => isNamed(name)).map(({ key }) => key),
      systems: codes(words.systems ?? {}),
    };
  });
}
