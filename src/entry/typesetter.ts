import { text } from 'node:stream/consumers';
import { typeset } from '#platform/docgen/typeset.ts';

// The program that sets a paper in type: the order as JSON on standard input, the PDF on standard output. Started as a
// process of its own, so that a paper without end costs nobody else time or memory.
const pdf = typeset(await text(process.stdin));
process.stdout.write(pdf);
