import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isBlankPdf } from '#platform/docread/blank-pages.ts';

// The program that looks whether a PDF that nobody vouches for shows anything: started as a process of its own, it reads
// its order from standard input and answers with one word.
const chunks: Buffer[] = [];
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
const { path } = z.object({ path: z.string() }).parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
process.stdout.write((await isBlankPdf(await readFile(path))) ? 'blank' : 'shown');
