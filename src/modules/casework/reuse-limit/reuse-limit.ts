/** A proof that serves more records than this is worth a second look, where the office has said nothing else. */
export const usualReuseLimit = 3;

/** Between one and so many records a limit can be. */
export const highestReuseLimit = 1_000;
