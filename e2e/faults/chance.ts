/** Chance that can be had again: the same seed gives the same numbers (Mulberry32). */
export class Chance {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from `least` to below `most`. */
  between(least: number, most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (most - least);
  }

  pick<Value>(values: readonly Value[]): Value {
    const picked = values[Math.floor(this.between(0, values.length))];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}
