const chunk = 500;

/** Writes many rows in statements of a bounded size. */
export async function inChunks<Value>(
  values: readonly Value[],
  write: (part: Value[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < values.length; at += chunk) await write(values.slice(at, at + chunk));
}
