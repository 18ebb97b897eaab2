/**
 * Enters into package-lock.json the builds for other platforms that its packages name and a registry did not give, so
 * that `npm ci` takes the file for whole: `npm run complete-lock`, after a package was added where the registry holds
 * builds for Linux only. The version is the one that the package demands, the platform stands in the name of the build.
 * Such an entry has no checksum: npm looks it up where the platform is met, and goes on without it where it is not had.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PLATFORM =
  /[-/](android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(gnu|musl)?\w*)?$/;
const LIBC = { gnu: 'glibc', musl: 'musl' };

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingBuilds(lock.packages);
  const packages = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(packages.sort(([one], [other]) => one.localeCompare(other, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} builds for other platforms entered`);
}

/**
 * The optional packages that others in the lock demand and that have no entry of their own, as entries of the lock.
 * @param {Record<string, { dev?: boolean, optionalDependencies?: Record<string, string> }>} packages
 */
export function missingBuilds(packages) {
  const demanded = Object.values(packages).flatMap(({ dev, optionalDependencies = {} }) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ name, version, dev })),
  );
  return Object.fromEntries(
    demanded
      .filter(({ name }) => !packages[`node_modules/${name}`])
      .map(({ name, version, dev }) => [`node_modules/${name}`, { version, ...platformOf(name), dev }]),
  );
}

/** What npm asks before it fetches a build: its processor, its C library on Linux, its system. */
function platformOf(/** @type {string} */ name) {
  const [, os, cpu, libc] = PLATFORM.exec(name) ?? [];
  if (!os || !cpu) throw new Error(`${name} does not say in its name for which platform it is`);
  const library = os === 'linux' && (libc === 'gnu' || libc === 'musl') ? [LIBC[libc]] : undefined;
  return { cpu: [cpu], libc: library, optional: true, os: [os] };
}
