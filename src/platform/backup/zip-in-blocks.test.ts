import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipInBlocks } from './zip-in-blocks.ts';

async function zipped(chunks: readonly Buffer[]): Promise<Buffer> {
  async function* source() {
    yield* chunks;
  }
  const parts: Buffer[] = [];
  for await (const part of zipInBlocks(source())) parts.push(part);
  return Buffer.concat(parts);
}

const text = (bytes: number) => Buffer.from('Rà soát thủ tục hành chính của xã; '.repeat(bytes / 35));
const digits = (bytes: number) => Buffer.from(randomBytes(bytes / 2).toString('hex'));

describe('zipping in blocks', () => {
  it.each([
    ['nothing', []],
    ['one small chunk', [text(100)]],
    ['text of many blocks', [text(9_000_000), text(100), text(5_000_000)]],
    ['text and files by turns', [text(3_000_000), digits(6_000_000), text(2_000_000), digits(10)]],
  ])('gives back %s', async (_, chunks) => {
    const file = await zipped(chunks);
    const back = file.length === 0 ? file : gunzipSync(file);
    expect(back.equals(Buffer.concat(chunks))).toBe(true);
  });

  it('packs text as tightly as gzip does, and digits to little more than what they stand for', async () => {
    const [words, file] = [text(9_000_000), digits(9_000_000)];
    expect((await zipped([words])).length).toBeLessThan(gzipSync(words, { level: 1 }).length * 1.05);
    expect((await zipped([file])).length).toBeLessThan(file.length * 0.52);
  });

  it('passes on why its source ended', async () => {
    async function* broken() {
      yield text(5_000_000);
      await Promise.reject(new Error('the line is cut'));
    }
    const all = async () => {
      for await (const part of zipInBlocks(broken())) expect(part.length).toBeGreaterThan(0);
    };
    await expect(all()).rejects.toThrow('the line is cut');
  });
});
