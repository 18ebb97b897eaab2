import { refusalsFrom } from '#platform/config/start-refusal.ts';
import { texts } from './texts.ts';

/** Refuses to start for a reason that this folder's texts explain. */
export const refuse = refusalsFrom(texts);

/** The part of an operating-system or database error that a person can search for, on one line. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (message || code || String(error)).split('\n', 1)[0] ?? '';
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && codes.includes((error as Error & { code?: string }).code ?? '');
}
