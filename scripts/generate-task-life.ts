/** Writes docs/task-life.md from the transition table of tasks: `npm run docs:task-life`. */
import { writeFileSync } from 'node:fs';
import { taskLifeDocument } from './task-life/task-life-document.ts';

writeFileSync(new URL('../docs/task-life.md', import.meta.url), taskLifeDocument());
