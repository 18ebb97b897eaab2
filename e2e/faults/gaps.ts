import { setTimeout as sleep } from 'node:timers/promises';

/** For how long nobody was answered, each time, in milliseconds; watched by asking for a page that needs the database. */
export class Gaps {
  readonly lengths: number[] = [];
  #isOver = false;
  readonly #watch: Promise<void>;

  constructor(address: string) {
    this.#watch = this.#look(address);
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#watch;
  }

  get longest(): number {
    return Math.max(0, ...this.lengths);
  }

  get median(): number {
    return this.lengths.toSorted((a, b) => a - b)[Math.floor(this.lengths.length / 2)] ?? 0;
  }

  async #look(page: string): Promise<void> {
    let lastAnswer = Date.now();
    let isAway = false;
    while (!this.#isOver) {
      const isAnswered = await fetch(page, { signal: AbortSignal.timeout(10_000) }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isAnswered && isAway) this.lengths.push(Date.now() - lastAnswer);
      isAway = !isAnswered;
      if (isAnswered) lastAnswer = Date.now();
      await sleep(50);
    }
  }
}
