import { expect } from 'vitest';
import type { SourceDocument } from './document.ts';
import { readSource } from './read-source.ts';
import { Refusal, type RefusalCode } from './refusal.ts';

const SLOWEST_MS = 5_000;
const MOST_MEMORY_MB = 600;

/** Reads hostile bytes as a program must be able to: an answer or a refusal, soon, in bounded memory. */
export function outcome(bytes: Uint8Array, name = 'plan.docx'): Promise<SourceDocument | RefusalCode> {
  return outcomeOf(() => readSource(bytes, name));
}

/** The same for any reading. */
export async function outcomeOf(
  read: () => SourceDocument | Promise<SourceDocument>,
): Promise<SourceDocument | RefusalCode> {
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const before = process.memoryUsage.rss();
  try {
    return await read();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.code;
    throw problem;
  } finally {
    const cpu = process.cpuUsage(cpuBefore);
    // On a busy machine the clock also counts what others did.
    const taken = Math.min(performance.now() - started, (cpu.user + cpu.system) / 1_000);
    expect(taken).toBeLessThan(SLOWEST_MS);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(MOST_MEMORY_MB);
  }
}
