import { describe, expect, it, onTestFinished } from 'vitest';
import { type ContainedRun, runContained } from './contained.ts';

function run(script: string, change: Partial<ContainedRun> = {}) {
  return runContained({
    args: ['-e', script],
    input: new Uint8Array(),
    timeoutMs: 10_000,
    maxOldSpaceMb: 64,
    maxRssMb: 400,
    maxOutputBytes: 1_000_000,
    ...change,
  });
}

describe('a contained program', () => {
  it('gets its input and gives its output', async () => {
    const result = await run('process.stdin.pipe(process.stdout)', { input: Buffer.from('kế hoạch') });
    expect(result).toEqual({ ok: true, stdout: Buffer.from('kế hoạch') });
  });

  it('is heard when it tells its progress, in whole lines and among other words', async () => {
    const told: string[] = [];
    const script = `
      process.stderr.write('loading\\nprogress 1/');
      setTimeout(() => process.stderr.write('12\\nprogress 2/12\\nprogress many/12\\n'), 50);`;
    const result = await run(script, { onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(result.ok).toBe(true);
    expect(told).toEqual(['1/12', '2/12']);
  });

  it('is killed when it takes too long', async () => {
    const started = performance.now();
    const result = await run('for (;;);', { timeoutMs: 300 });
    expect(result).toMatchObject({ ok: false, reason: 'too-slow', exitCode: null });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it.runIf(process.platform === 'linux')(
    'is killed for the work it does, not for the time it waits',
    async () => {
      const limits = { timeoutMs: 20_000, workMs: 1_000 };
      expect(await run('setTimeout(() => process.stdout.write("done"), 2_000)', limits)).toMatchObject({
        ok: true,
      });
      const started = performance.now();
      expect(await run('for (;;);', limits)).toMatchObject({ ok: false, reason: 'too-slow', exitCode: null });
      expect(performance.now() - started).toBeLessThan(15_000);
    },
  );

  it('ends when its heap is full', async () => {
    const result = await run('const a = []; for (;;) a.push({ at: a.length, word: String(a.length) });');
    expect(result).toMatchObject({ ok: false, reason: 'out-of-memory' });
  });

  it.runIf(process.platform === 'linux')('is killed when it grows outside its heap', async () => {
    const result = await run('const b = []; setInterval(() => b.push(Buffer.alloc(50_000_000, 1)), 10); ');
    expect(result).toMatchObject({ ok: false, reason: 'out-of-memory', exitCode: null });
  });

  it('is killed when it floods its output', async () => {
    const result = await run('for (;;) process.stdout.write("x".repeat(65536));', {
      maxOutputBytes: 100_000,
    });
    expect(result).toMatchObject({ ok: false, reason: 'failed' });
  });

  it('may end without reading its input', async () => {
    const result = await run('process.exit(0)', { input: new Uint8Array(10_000_000) });
    expect(result).toEqual({ ok: true, stdout: Buffer.alloc(0) });
  });

  it('leaves its exit code and its last words', async () => {
    const result = await run('console.error("torn"); process.exit(3)');
    expect(result).toEqual({ ok: false, reason: 'failed', exitCode: 3, stderr: 'torn\n' });
  });

  it('sees nothing of our environment and not our folder', async () => {
    process.env.DATABASE_URL = 'postgres://secret';
    onTestFinished(() => {
      delete process.env.DATABASE_URL;
    });
    const result = await run('console.log(JSON.stringify([Object.keys(process.env), process.cwd()]))');
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const [names, folder] = JSON.parse(result.stdout.toString()) as [string[], string];
    expect(names).not.toContain('DATABASE_URL');
    expect(names).not.toContain('HOME');
    expect(folder).not.toBe(process.cwd());
  });
});
