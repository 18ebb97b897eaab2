import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readCertificate } from '#platform/signature/certificate.ts';
import { checkPdfSignatures } from '#platform/signature/check-pdf-signatures.ts';

const order = z.object({ path: z.string(), trusted: z.array(z.base64()), now: z.iso.datetime() });

// The program that looks into the signatures of a file that nobody vouches for: started as a process of its own, it
// reads its order from standard input and answers with one report.
const chunks: Buffer[] = [];
for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
const { path, trusted, now } = order.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
const certificates = trusted.flatMap((der) => readCertificate(Buffer.from(der, 'base64')) ?? []);
const report = checkPdfSignatures(await readFile(path), certificates, new Date(now));
process.stdout.write(JSON.stringify(report));
