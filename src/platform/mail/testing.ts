import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A letter as the mail server took it. */
export interface TakenLetter {
  readonly to: readonly string[];
  readonly raw: string;
  /** Over which connection it came. */
  readonly connection: string;
}

/** A mail server in a process of its own, and the letters that it has taken. */
export interface TestMailServer {
  readonly url: string;
  /** Waits for the next letter that nobody has read yet. */
  next(): Promise<TakenLetter>;
  /** How many letters wait to be read. */
  waiting(): number;
  stop(): void;
}

/** Starts a mail server on a free port of this machine. */
export async function startMailServer(): Promise<TestMailServer> {
  const program = fileURLToPath(new URL('./testing-smtp-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const letters: TakenLetter[] = [];
  const readers: ((letter: TakenLetter) => void)[] = [];
  const port = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the mail server ended with ${code}`)));
  });
  lines.on('line', (line) => {
    const letter = JSON.parse(line) as TakenLetter;
    const reader = readers.shift();
    if (reader) reader(letter);
    else letters.push(letter);
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: () =>
      new Promise((resolve) => {
        const letter = letters.shift();
        if (letter) resolve(letter);
        else readers.push(resolve);
      }),
    waiting: () => letters.length,
    stop: () => child.kill(),
  };
}
