import type { Id } from '#platform/db/id.ts';

/** A session ends this long after it was opened, whatever happens in it. */
export const sessionHours = 12;

export const sessionCookie = 'sauro_session';

/** A sign-in whose second factor is awaited. */
export const stepCookie = 'sauro_step';
export const stepMinutes = 10;

/** How far a person has come: into a session, or to the step that asks for the second factor. */
export interface Admission {
  readonly kind: 'session' | 'step';
  readonly cookie: string;
}

/** Where a person lands after signing in. */
export const landingPath = '/tong-quan';

/** Longest name of a browser that is kept. */
export const longestDevice = 300;

/** An open sign-in, as its owner recognises it. */
export interface OpenSession {
  readonly id: Id<'session'>;
  readonly device: string;
  readonly remoteAddress: string;
  readonly openedAt: Date;
}

/** From where somebody comes: network address, and what the browser calls itself. */
export interface Arrival {
  readonly remoteAddress: string;
  readonly userAgent: string;
}

/** What a person must do before anything else: choose an own password, or set up the factor that a role demands. */
export type Owed = 'own-password' | 'factor';
