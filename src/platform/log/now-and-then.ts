/**
 * For what may happen a thousand times in a second: tells of the first at once, and of those after it together.
 * @param tell is given how many there were since it was last called
 */
export function nowAndThen(everyMs: number, tell: (count: number) => void): () => void {
  let count = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    count += 1;
    if (performance.now() - toldAt < everyMs) return;
    tell(count);
    count = 0;
    toldAt = performance.now();
  };
}
