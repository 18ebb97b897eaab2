/** Begins to measure; each call gives the seconds that have passed, to a tenth. */
export function stopwatch(): () => number {
  const begun = performance.now();
  return () => Math.round((performance.now() - begun) / 100) / 10;
}
