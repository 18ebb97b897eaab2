import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clamdScanner, ScannerAway } from './scanner.ts';
import { eicar, startClamd, type TestClamd } from './testing-clamd.ts';

let folder: string;
let clamd: TestClamd;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sauro-scan-'));
  clamd = await startClamd(3_000_000);
});

afterAll(async () => {
  await clamd.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the scanner', () => {
  it('lets a clean file pass and names what does harm', async () => {
    const scanner = clamdScanner(clamd.address);
    const path = join(folder, 'a');
    writeFileSync(path, Buffer.alloc(2_500_000, 'a'));
    expect(await scanner.scanFile(path)).toEqual({ verdict: 'clean' });
    writeFileSync(path, Buffer.concat([Buffer.alloc(1_500_000, 'a'), Buffer.from(eicar)]));
    expect(await scanner.scanFile(path)).toEqual({ verdict: 'infected', name: 'Eicar-Signature' });
  });

  it('says nothing of what it will not read to the end', async () => {
    const source = Readable.from([Buffer.alloc(2_000_000), Buffer.alloc(2_000_000)]);
    await expect(clamdScanner(clamd.address).scan(source)).rejects.toThrow(ScannerAway);
  });

  it('that is not there is away', async () => {
    const nobody = await startClamd();
    await nobody.stop();
    const scanner = clamdScanner(nobody.address);
    await expect(scanner.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow(ScannerAway);
    await expect(clamdScanner({ path: join(folder, 'none') }).scan(Readable.from(['x']))).rejects.toThrow(
      ScannerAway,
    );
  });
});
