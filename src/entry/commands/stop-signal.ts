export type StopReason = 'asked' | 'lost';

/** Waits for the end of a command that runs until it is stopped. */
export type StopSignal = {
  /** Resolves at Ctrl+C, at the service manager's signal, when the terminal closes, or after `lost`. */
  readonly stopped: Promise<StopReason>;
  /** Says that the program cannot go on. */
  lost(): void;
};

/** Listens for a request to stop; a second one ends the process at once, leaving the database to be adopted. */
export function listenForStop(): StopSignal {
  let resolve: (reason: StopReason) => void = () => undefined;
  const stopped = new Promise<StopReason>((done) => {
    resolve = done;
  });
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      resolve('asked');
    });
  return { stopped, lost: () => resolve('lost') };
}
