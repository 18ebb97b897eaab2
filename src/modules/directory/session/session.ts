/** A session ends this long after it was opened, whatever happens in it. */
export const sessionHours = 12;

export const sessionCookie = 'sauro_session';

/** Where a person lands after signing in. */
export const landingPath = '/tong-quan';
