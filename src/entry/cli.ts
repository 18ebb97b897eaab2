import { type Config, readConfig } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { langs } from '#platform/i18n/lang.ts';
import { createLog, type Log } from '#platform/log/log.ts';
import { type Given, readArguments } from './commands/arguments.ts';
import { texts } from './commands/texts.ts';
import { type CommandName, commandNames, usage, usageOf } from './commands/usage.ts';

/** The commands are read when they are called, so that reading a plan does not load the web server. */
const commands: Record<
  Exclude<CommandName, 'read-plan' | 'verify-audit'>,
  () => Promise<(config: Config, log: Log, given: Given) => Promise<number>>
> = {
  start: async () => (await import('./commands/start.ts')).start,
  web: async () => (await import('./commands/web.ts')).web,
  worker: async () => (await import('./commands/worker.ts')).worker,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  'move-to': async () => (await import('./commands/move-to.ts')).moveTo,
  doctor: async () => (await import('./commands/doctor/doctor.ts')).doctor,
};

const WRONG_USE = 2;

/** Runs one command of the product and sets the exit code: 0 done, 1 refused or failed, 2 wrongly called. */
export async function main(argv: readonly string[]): Promise<void> {
  const [name, ...rest] = argv;
  try {
    process.exitCode = await run(name, rest);
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof StartRefusal) return complain(error.message);
    createLog('error').fatal({ err: error }, 'unforeseen');
    const reason = error instanceof Error ? error.message : String(error);
    complain(langs.map((lang) => texts(lang).fault(reason)).join('\n'));
  }
}

async function run(name: string | undefined, rest: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${usage()}\n`);
    return name === undefined ? WRONG_USE : 0;
  }
  if (!isCommand(name)) {
    complain(`${langs.map((lang) => texts(lang).unknownCommand(name)).join('\n')}\n\n${usage()}`);
    return WRONG_USE;
  }
  if (name === 'read-plan') return (await import('./read-plan.ts')).readPlanCommand(rest);
  if (name === 'verify-audit')
    return (await import('./commands/verify-audit/verify-audit.ts')).verifyAudit(rest);
  if (rest.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${usageOf(name)}\n`);
    return 0;
  }
  const given = readArguments(name, rest);
  if (!given) {
    const problem = rest.join(' ');
    complain(`${langs.map((lang) => texts(lang).wrongArguments(problem)).join('\n')}\n\n${usageOf(name)}`);
    return WRONG_USE;
  }
  const config = readConfig(process.env);
  const command = await commands[name]();
  return command(config, createLog(config.logLevel), given);
}

function isCommand(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
