import type { Context } from 'hono';
import { type Lang, parseLang } from '#platform/i18n/lang.ts';
import { type AppEnv, readCookie } from './respond.ts';

export const languageCookie = 'sauro_lang';
export const languagePath = '/ngon-ngu';

/** Switches the language and returns to `back`. */
export function languageLink(lang: Lang, back: string): string {
  return `${languagePath}?${new URLSearchParams({ ma: lang, ve: back })}`;
}

/** The language that this visitor chose; Vietnamese until they choose. */
export function languageOf(c: Context<AppEnv>): Lang {
  return parseLang(readCookie(c, languageCookie));
}
