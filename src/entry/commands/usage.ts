import { type Lang, langs } from '#platform/i18n/lang.ts';
import { texts } from './texts.ts';

export const commandNames = [
  'start',
  'web',
  'worker',
  'migrate',
  'backup',
  'restore',
  'move-to',
  'read-plan',
  'verify-audit',
  'doctor',
] as const;
export type CommandName = (typeof commandNames)[number];

/** What stands behind the name of a command. */
const operands: Partial<Record<CommandName, string>> = {
  backup: ' [FILE]',
  restore: ' [FILE]',
  'move-to': ' DATABASE_URL',
  'read-plan': ' FILE',
  'verify-audit': ' FILE',
};

/** How to use the program, in both languages, because nobody has chosen one yet. */
export function usage(): string {
  return langs
    .map((lang) => {
      const t = texts(lang);
      const rows = commandNames.map((name) => [
        `  ./sauro ${name}${operands[name] ?? ''}`,
        t.summaries[name],
      ]);
      return [t.product, '', `${t.usage}:`, ...columns(rows), '', t.seeHelp('./sauro start')].join('\n');
    })
    .join('\n\n');
}

/** How to use one command, in both languages. */
export function usageOf(name: CommandName): string {
  return langs.map((lang) => usageIn(lang, name)).join('\n\n');
}

function usageIn(lang: Lang, name: CommandName): string {
  const t = texts(lang);
  const head = [`./sauro ${name}${operands[name] ?? ''}: ${t.summaries[name]}`];
  if (name === 'read-plan' || name === 'verify-audit') return head.join('\n');
  const switches = Object.entries(name === 'restore' ? t.restoreSwitches : {});
  if (switches.length > 0)
    head.push('', `${t.switches}:`, ...columns(switches.map(([word, text]) => [`  --${word}`, text])));
  const variables = Object.entries(t.variables).map(([variable, text]) => [`  ${variable}`, text]);
  return [...head, '', `${t.options}:`, ...columns(variables)].join('\n');
}

function columns(rows: string[][]): string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length)) + 2;
  return rows.map(([first = '', second = '']) => first.padEnd(width) + second);
}
