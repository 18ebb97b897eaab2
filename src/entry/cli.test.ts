import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

describe('the command line', () => {
  it('explains itself in both languages', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    for (const name of [
      'start',
      'web',
      'worker',
      'migrate',
      'restore \\[FILE\\]',
      'move-to DATABASE_URL',
      'read-plan FILE',
      'verify-audit FILE',
      'doctor',
    ])
      expect(stdout.match(new RegExp(`^  ./sauro ${name} +\\p{L}`, 'gmu'))).toHaveLength(2);
  });

  const names = ['start', 'web', 'worker', 'migrate', 'backup', 'restore', 'move-to', 'read-plan'];
  it.each([...names, 'verify-audit', 'doctor'])('explains %s', (name) => {
    const { status, stdout } = run([name, '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain(name);
  });

  it.each([
    [['nothing-like-it']],
    [['start', '--fast']],
    [['migrate', 'now']],
    [['restore']],
    [['restore', 'a', '--force']],
    [['backup', 'a', 'b']],
    [['move-to']],
    [[]],
  ])('ends with 2 when called as %j', (args) => {
    const { status, stdout, stderr } = run(args);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain('./sauro');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('says which variable is wrong, in two lines and without a stack', () => {
    const { status, stderr } = run(['start'], { PORT: 'eighty' });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('Biến môi trường PORT'),
      expect.stringContaining('The environment variable PORT'),
    ]);
  });
});

function run(args: string[], env: Record<string, string> = {}) {
  const program = fileURLToPath(new URL('./testing-program.ts', import.meta.url));
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}
