import { readPlanCommand } from './read-plan.ts';

// The program that reads a file that nobody vouches for: started as a process of its own, it loads nothing but the
// reader, and whatever happens to it happens to it alone.
process.exitCode = await readPlanCommand(process.argv.slice(2));
