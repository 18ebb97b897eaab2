/** The advisory lock by which a backup keeps contents from being removed: a number of ours, chosen once. */
export const contentsLock = 7_206_115_160;
