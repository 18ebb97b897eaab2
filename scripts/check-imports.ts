/** Says which imports break the rules of the house; ends with 1 when one does or when a file was not read. */
import { importReport } from './imports/import-rules.ts';

const { findings, read, unread } = await importReport(process.cwd());
for (const { rule, from, to } of findings) console.log(`${rule}: ${from} → ${to}`);
for (const file of unread) console.log(`not read: ${file}`);
console.log(`${read} files read, ${findings.length} imports against the rules`);
if (findings.length > 0 || unread.length > 0 || read === 0) process.exitCode = 1;
