import { refusalsFrom } from '#platform/config/start-refusal.ts';
import { texts } from './texts.ts';

/** Refuses to run a command for a reason that this folder's texts explain. */
export const refuse = refusalsFrom(texts);
