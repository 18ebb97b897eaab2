// The launcher: brings a bare clone to the point where the product itself runs, then becomes the product.
// Uses nothing but Node, because nothing else may be there yet.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say, sentences } from './launch/sentences.mjs';

const OLDEST_NODE = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  say(sentences.oldNode(process.versions.node));
  process.exit(1);
}

// Read only now: an older Node would stumble over their syntax before it could be told so.
const { installMissing } = await import('./launch/packages.mjs');
const { isBuilt } = await import('./launch/stamp.mjs');
installMissing(root, { dev: false });
if (!isBuilt(root)) await build();

process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(join(root, 'dist', 'cli.js')).href);
await main(process.argv.slice(2));

async function build() {
  try {
    const { buildProduct } = await import('./build.mjs');
    await buildProduct(root);
  } catch (error) {
    const [summary, first] = String(error instanceof Error ? error.message : error).split('\n');
    say(sentences.notBuilt([summary, first].filter(Boolean).join(' ')));
    process.exit(1);
  }
}
