/**
 * Everything that can be said about the code without running it, all at once: `npm run check`, or a part of it with
 * `npm run check -- types lint`. Prints each part's name, time and result, and the output of those that failed.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const typescript = ['--import', import.meta.resolve('tsx')];

const parts = {
  format: [file('node_modules/@biomejs/biome/bin/biome'), 'format', '.'],
  types: [file('node_modules/typescript7/bin/tsc'), '--noEmit', '--project', '.'],
  lint: [file('node_modules/oxlint/bin/oxlint'), '--type-aware', '.'],
  imports: [...typescript, file('scripts/check-imports.ts')],
  'dead-code': [file('node_modules/knip/bin/knip.js'), '--no-progress', '--no-config-hints'],
  shape: [...typescript, file('scripts/check-shape.ts')],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const began = performance.now();
const results = await Promise.all((asked.length > 0 ? asked : Object.keys(parts)).map(run));
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s`);
}
for (const { name, output } of results.filter(({ passed }) => !passed)) {
  console.log(`\n--- ${name}\n${output.trimEnd()}`);
}
const failed = results.filter(({ passed }) => !passed).length;
const total = ((performance.now() - began) / 1000).toFixed(1);
console.log(`\n${results.length - failed} passed, ${failed} failed in ${total} s`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs one part to its end; one that cannot be started has failed. */
function run(name) {
  const start = performance.now();
  const child = spawn(process.execPath, parts[name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    const end = (passed) => resolve({ name, passed, output, seconds: (performance.now() - start) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
