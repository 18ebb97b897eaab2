/** So many times at most a long reading says how far it is. */
const mostTimesTold = 10;

/** Says how far a reading is, one telling after the other; a telling that fails stops no reading. */
export function progressTeller(
  tell: (progress: { readonly done: number; readonly total: number }) => Promise<unknown>,
) {
  let last: Promise<unknown> = Promise.resolve();
  let toldAt = 0;
  return {
    onProgress(pagesDone: number, total: number): void {
      if (pagesDone - toldAt < total / mostTimesTold) return;
      toldAt = pagesDone;
      last = last.then(() => tell({ done: pagesDone, total })).catch(() => undefined);
    },
    told: () => last,
  };
}
