import { rm } from 'node:fs/promises';
import { newDataFolder } from '#platform/postgres/testing-folder.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run in which the first test that needs the demo leaves it for the others (e2e/product.ts). */
    demoFolder: string;
  }
}

/** Gives the run a folder for its demo, and takes it away after. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = newDataFolder();
  project.provide('demoFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
