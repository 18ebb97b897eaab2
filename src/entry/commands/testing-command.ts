import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The product as a process of its own, as the launcher runs it. */
export type Program = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
};

/** For tests that start the product and PostgreSQL several times, as processes of their own. */
export const patience = { timeout: 180_000 };

/** What the system allows a program. */
export type Limits = { readonly largestFileKb?: number };

/** Begins a command of the product. */
export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { largestFileKb }: Limits = {},
): Program {
  const program = fileURLToPath(new URL('../testing-program.ts', import.meta.url));
  const command = [process.execPath, '--import', 'tsx', program, ...args];
  const limited =
    largestFileKb === undefined
      ? command
      : ['bash', '-c', `trap '' XFSZ; ulimit -f ${largestFileKb}; exec "$0" "$@"`, ...command];
  // What the loader keeps for the next time would be cut short as well.
  const noCache = largestFileKb === undefined ? {} : { TSX_DISABLE_CACHE: '1' };
  const child = spawn(limited[0] ?? '', limited.slice(1), {
    env: { ...process.env, SAURO_DEMO: 'off', LOG_LEVEL: 'silent', ...noCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => said, exit };
}

/** Waits until the product says that it runs; throws what it said when it ends instead. */
export async function untilServing(program: Program): Promise<Program> {
  let ended = false;
  void program.exit.then(() => {
    ended = true;
  });
  while (!program.output().includes('Ctrl+C')) {
    if (ended) throw new Error(program.output());
    await new Promise((done) => setTimeout(done, 20));
  }
  return program;
}

/** Runs a command to its end. */
export async function runToEnd(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  limits: Limits = {},
): Promise<{ code: number | null; output: string }> {
  const program = runProgram(args, env, limits);
  const code = await program.exit;
  return { code, output: program.output() };
}
