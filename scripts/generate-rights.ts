/** Writes docs/rights.md from the roles and routes of the product: `npm run docs:rights`. */
import { writeFileSync } from 'node:fs';
import { rightsDocument } from './rights/rights-document.ts';

writeFileSync(new URL('../docs/rights.md', import.meta.url), rightsDocument());
