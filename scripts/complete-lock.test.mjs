import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingBuilds } from './complete-lock.mjs';

const lockFile = new URL('../package-lock.json', import.meta.url);

describe('package-lock.json', () => {
  it('names every build for every platform, or `npm ci` refuses it', () => {
    const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
    expect(Object.keys(missingBuilds(packages)), 'mend it with `npm run complete-lock`').toEqual([]);
  });
});

describe('builds that a lock lacks', () => {
  const tool = (/** @type {string[]} */ ...builds) => ({
    'node_modules/tool': {
      dev: true,
      optionalDependencies: Object.fromEntries(builds.map((b) => [b, '1.2.3'])),
    },
  });

  it.each([
    ['@tool/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@tool/win32-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@tool/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['@tool/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@tool/binding-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
    ['@tool/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@tool/binding-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
  ])('reads the platform of %s in its name', (name, platform) => {
    expect(missingBuilds(tool(name))).toEqual({
      [`node_modules/${name}`]: { version: '1.2.3', dev: true, optional: true, ...platform },
    });
  });

  it('leaves what the registry gave as it is', () => {
    const given = { ...tool('@tool/linux-x64'), 'node_modules/@tool/linux-x64': { optional: true } };
    expect(missingBuilds(given)).toEqual({});
  });

  it('refuses a name without a platform rather than guess', () => {
    expect(() => missingBuilds(tool('fsevents'))).toThrow('fsevents');
  });
});
