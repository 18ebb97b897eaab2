export const shortestPassword = 8;
/** A longer one would only cost work. */
export const longestPassword = 200;
