import type { Context } from 'hono';
import { type AppEnv, readCookie } from './respond.ts';

/** The ground on which pages are drawn; `system` follows the setting of the device. */
export type Theme = 'system' | 'light' | 'dark';

export const themeCookie = 'sauro_theme';
export const themePath = '/giao-dien';

/** Switches the ground of pages in this browser and returns to `back`. */
export function themeLink(theme: Theme, back: string): string {
  return `${themePath}?${new URLSearchParams({ nen: theme, ve: back })}`;
}

/** A theme that came from outside; whatever is none follows the device. */
export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

/**
 * The theme that this browser chose. Read on the server, so that the first drawing has it already: a script would
 * show the other theme for a moment, and the content policy forbids one in the page.
 */
export function themeOf(c: Context<AppEnv>): Theme {
  return parseTheme(readCookie(c, themeCookie));
}
