import { refusalsFrom } from '#platform/config/start-refusal.ts';
import { texts } from './texts.ts';

/** Refuses to back up or to restore for a reason that this folder's texts explain. */
export const refuse = refusalsFrom(texts);
