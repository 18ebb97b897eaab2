import { parseArgs } from 'node:util';
import type { CommandName } from './usage.ts';

/** What a command was called with. */
export interface Given {
  readonly operand: string | undefined;
  readonly switches: ReadonlySet<string>;
}

interface Taking {
  readonly operand: 'none' | 'may' | 'must';
  readonly switches: readonly string[];
}

/** Most commands are told everything by the environment. */
const nothing: Taking = { operand: 'none', switches: [] };

const taking: Partial<Record<CommandName, Taking>> = {
  start: { operand: 'none', switches: ['empty'] },
  backup: { operand: 'may', switches: [] },
  restore: { operand: 'may', switches: ['replace', 'rehearse'] },
  'move-to': { operand: 'must', switches: [] },
};

/** Reads the words behind a command; undefined when they are not what it takes. */
export function readArguments(name: CommandName, words: string[]): Given | undefined {
  const { operand, switches } = taking[name] ?? nothing;
  try {
    const { positionals, values } = parseArgs({
      args: words,
      options: Object.fromEntries(switches.map((word) => [word, { type: 'boolean' as const }])),
      allowPositionals: operand !== 'none',
      strict: true,
    });
    const [first, ...more] = positionals;
    if (more.length > 0 || first === '' || (operand === 'must' && first === undefined)) return undefined;
    return { operand: first, switches: new Set(Object.keys(values)) };
  } catch {
    return undefined;
  }
}
