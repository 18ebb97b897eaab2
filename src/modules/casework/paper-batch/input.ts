import { z } from 'zod';
import { mostPapers } from './paper-batch.ts';

/** The papers that are to be printed together, as programs name them. */
export const batchBody = z.strictObject({ paperIds: z.array(z.uuid()).min(1).max(mostPapers) });
