import type { Scope } from '#platform/session/actor.ts';

type Grants = Readonly<Record<string, Scope>>;

/** Reading what meetings and inspections concluded. */
export const readingConclusions: Grants = {
  'planning.conclusion.read': 'all',
  'planning.conclusion.export': 'all',
};

/** Keeping conclusions, and making tasks of their lines for any unit or just the own one. */
export function concluding(scope: 'all' | 'unit'): Grants {
  return {
    'planning.conclusion.create': 'all',
    'planning.conclusion.edit': 'all',
    'planning.conclusion.discard': 'all',
    'planning.conclusion.restore': 'all',
    'planning.conclusion.take-back': 'all',
    'planning.conclusion.read-file': 'all',
    'planning.conclusion.add-lines': scope,
    'planning.conclusion.edit-line': scope,
  };
}
