import { main } from './cli.ts';

/** The program as its launcher runs it, without the build, for tests that must see exit codes and signals. */
await main(process.argv.slice(2));
