// Bundles the programs and the browser's files into dist. Migrations and seed data stay where they are: the program
// finds them from the folder of package.json.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { sourceStamp, stampFile } from './launch/stamp.mjs';

/** Officers' pages use layers and nesting; the pages for citizens also open on phones of 2018. */
const STYLES = [
  { entry: 'src/ui/staff.css', target: ['chrome99', 'firefox97', 'safari15.4'] },
  { entry: 'src/ui/public.css', target: ['chrome66', 'firefox60', 'safari11.1'] },
];

/**
 * Builds everything in memory and only then replaces dist, so that a failed build leaves the last good one.
 * @param {string} root
 */
export async function buildProduct(root) {
  const stamp = sourceStamp(root);
  const [programs, ...browser] = await Promise.all([
    bundlePrograms(root),
    ...STYLES.filter(({ entry }) => existsSync(join(root, entry))).map((style) => bundleStyle(root, style)),
    bundleIslands(root),
    bundleIcons(root),
  ]);
  const assets = browser.flatMap(({ outputFiles }) => outputFiles);
  const manifest = Object.assign({}, ...browser.map(({ metafile }) => sourceNames(root, metafile)));
  const files = new Map([...programs.outputFiles, ...assets].map((file) => [file.path, file.contents]));
  for (const [path, contents] of zipped(assets)) files.set(path, contents);
  files.set(join(root, 'dist', 'assets', 'manifest.json'), JSON.stringify(manifest, undefined, 2));
  replaceDist(root, files);
  writeFileSync(stampFile(root), stamp);
}

/**
 * Style sheets and scripts as browsers ask for them, packed once as tightly as can be. Fonts are packed already.
 * @param {esbuild.OutputFile[]} assets
 * @returns {[string, Uint8Array][]}
 */
function zipped(assets) {
  return assets
    .filter(({ path }) => /\.(css|js|svg)$/.test(path))
    .flatMap(({ path, contents }) => [
      [`${path}.gz`, gzipSync(contents, { level: 9 })],
      [`${path}.br`, brotliCompressSync(contents)],
    ]);
}

function bundlePrograms(/** @type {string} */ root) {
  return esbuild.build({
    ...shared(root),
    entryPoints: {
      cli: 'src/entry/cli.ts',
      'blank-finder': 'src/entry/blank-finder.ts',
      reader: 'src/entry/reader.ts',
      'signature-checker': 'src/entry/signature-checker.ts',
      typesetter: 'src/entry/typesetter.ts',
    },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    splitting: true,
    sourcemap: 'linked',
  });
}

function bundleStyle(
  /** @type {string} */ root,
  /** @type {{ entry: string, target: string[] }} */ { entry, target },
) {
  return esbuild.build({ ...sharedBrowser(root), entryPoints: [entry], target });
}

/** The few scripts of pages: each `*.island.tsx` becomes one file of its own. */
function bundleIslands(/** @type {string} */ root) {
  const entryPoints = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.island.tsx'))
    .map((path) => join('src', path));
  return esbuild.build({ ...sharedBrowser(root), entryPoints, format: 'esm', target: 'es2020' });
}

/** The mark as pictures, for phones that keep the product among their programs. */
function bundleIcons(/** @type {string} */ root) {
  const folder = 'src/ui/seal/icons';
  const entryPoints = readdirSync(join(root, folder)).map((name) => join(folder, name));
  return esbuild.build({ ...sharedBrowser(root), entryPoints, loader: { '.png': 'copy' } });
}

function sharedBrowser(/** @type {string} */ root) {
  return {
    ...shared(root),
    outdir: 'dist/assets',
    outbase: 'src',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: /** @type {const} */ ({ '.woff2': 'file', '.svg': 'file' }),
    minify: true,
  };
}

function shared(/** @type {string} */ root) {
  return /** @type {const} */ ({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
    legalComments: 'none',
  });
}

/**
 * Names of the built files by their source: `staff.css`, `review.island.js`, `be-vietnam-pro-….woff2`.
 * @param {string} root
 * @param {esbuild.Metafile} metafile
 */
function sourceNames(root, metafile) {
  const assets = join(root, 'dist', 'assets');
  return Object.fromEntries(
    Object.entries(metafile.outputs).map(([path, { entryPoint, inputs }]) => {
      const source = entryPoint ?? Object.keys(inputs)[0] ?? path;
      return [basename(source).replace(/\.tsx$/, '.js'), relative(assets, resolve(root, path))];
    }),
  );
}

/**
 * @param {string} root
 * @param {Map<string, string | Uint8Array>} files
 */
function replaceDist(root, files) {
  const dist = join(root, 'dist');
  rmSync(stampFile(root), { force: true });
  for (const [path, contents] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !files.has(path)) rmSync(path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const begun = performance.now();
  await buildProduct(dirname(dirname(fileURLToPath(import.meta.url)))).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  console.log(`dist built in ${Math.round(performance.now() - begun)} ms`);
}
