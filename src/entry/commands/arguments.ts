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
  /** The switch with which the operand may be left out. */
  readonly unless?: string;
}

/** Most commands are told everything by the environment. */
const nothing: Taking = { operand: 'none', switches: [] };

const taking: Partial<Record<CommandName, Taking>> = {
  start: { operand: 'none', switches: ['empty'] },
  backup: { operand: 'may', switches: [] },
  restore: { operand: 'must', switches: ['replace', 'rehearse'], unless: 'rehearse' },
  'move-to': { operand: 'must', switches: [] },
};

/** Reads the words behind a command; undefined when they are not what it takes. */
export function readArguments(name: CommandName, words: string[]): Given | undefined {
  const { operand, switches, unless } = taking[name] ?? nothing;
  try {
    const { positionals, values } = parseArgs({
      args: words,
      options: Object.fromEntries(switches.map((word) => [word, { type: 'boolean' as const }])),
      allowPositionals: operand !== 'none',
      strict: true,
    });
    const [first, ...more] = positionals;
    const chosen = new Set(Object.keys(values));
    const isMissing = operand === 'must' && first === undefined && !(unless && chosen.has(unless));
    if (more.length > 0 || first === '' || isMissing) return undefined;
    return { operand: first, switches: chosen };
  } catch {
    return undefined;
  }
}
