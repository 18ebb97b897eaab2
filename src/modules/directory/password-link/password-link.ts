/** A link for a new password works for so long, and once. */
export const linkMinutes = 30;
