import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Holder, makeHolder, timeStampingPurpose } from './authorities.fixtures.ts';
import { readCertificate } from './certificate.ts';
import { checkPdfSignatures } from './check-pdf-signatures.ts';
import { addRevision, plainPdf, signPdf } from './signed-pdf.fixtures.ts';

const now = new Date('2026-05-13T00:00:00Z');
let root: Holder;
let authority: Holder;
let chief: Holder;
let deputy: Holder;
let stamper: Holder;

beforeAll(async () => {
  root = await makeHolder({ name: 'Root of tests', isAuthority: true });
  authority = await makeHolder({ name: 'Authority of tests', isAuthority: true, issuer: root });
  chief = await makeHolder({ name: 'Nguyễn Văn An', organisation: 'UBND xã Đồng Kỳ', issuer: authority });
  deputy = await makeHolder({ name: 'Trần Thị Bình', issuer: authority, kind: 'ec' });
  stamper = await makeHolder({ name: 'Clock', issuer: root, purposes: [timeStampingPurpose] });
});

const trusting = (...holders: Holder[]) => holders.flatMap(({ der }) => readCertificate(der) ?? []);
const look = (bytes: Buffer, trusted = trusting(root)) => checkPdfSignatures(bytes, trusted, now);
const signed = (by = chief, more: Partial<Parameters<typeof signPdf>[1]> = {}) =>
  signPdf(plainPdf('Bao cao quy I'), { by, chain: [authority], ...more });

describe('a signature that holds', () => {
  it.each([
    ['RSA', () => chief],
    ['ECDSA', () => deputy],
  ])('is told with signer, issuers and time, by %s', async (_, by) => {
    const { bytes } = await signed(by());
    const { signatures, left } = look(bytes);
    expect(left).toBe(0);
    expect(signatures).toMatchObject([
      {
        kind: 'adbe.pkcs7.detached',
        verdict: 'intact',
        problem: null,
        signer: { name: by().name },
        issuer: 'Authority of tests',
        trust: 'trusted',
        path: ['Authority of tests', 'Root of tests'],
        signedAt: '2026-05-12T02:30:00.000Z',
        timeProof: 'claimed',
        bytesAfter: 0,
        after: 'nothing',
      },
    ]);
  });

  it('is one by SHA-512 and of the European kind too', async () => {
    const { bytes } = await signed(deputy, { kind: 'ETSI.CAdES.detached', hash: 'SHA-512' });
    expect(look(bytes).signatures[0]).toMatchObject({ verdict: 'intact', kind: 'ETSI.CAdES.detached' });
  });

  it('has its time proven by a stamp of a trusted authority, and by that alone', async () => {
    const stamped = { stampedBy: stamper, stampedAt: '2026-05-12T02:31:00Z' };
    const { bytes } = await signed(chief, stamped);
    expect(look(bytes).signatures[0]).toMatchObject({
      signedAt: '2026-05-12T02:31:00.000Z',
      timeProof: 'timestamp',
    });
    expect(look(bytes, trusting(authority)).signatures[0]).toMatchObject({
      trust: 'trusted',
      timeProof: 'unknown-timestamp',
    });
    const { bytes: byChief } = await signed(chief, { ...stamped, stampedBy: deputy });
    expect(look(byChief).signatures[0]?.timeProof).toBe('unknown-timestamp');
  });

  it('is one of several, each over all that stood before it', async () => {
    const { bytes } = await signPdf(await signed(), { by: deputy, chain: [authority] });
    expect(look(bytes).signatures.map(({ verdict, after }) => [verdict, after])).toEqual([
      ['intact', 'signed'],
      ['intact', 'nothing'],
    ]);
  });
});

describe('a signature that does not hold', () => {
  it('is told when one byte of the paper is another', async () => {
    const { bytes } = await signed();
    const changed = Buffer.from(bytes);
    changed.write('II', changed.indexOf('quy I') + 4);
    expect(look(changed).signatures[0]).toMatchObject({ verdict: 'broken', problem: 'content-changed' });
  });

  it('is told when the signature itself is another', async () => {
    const { bytes } = await signed(chief, {
      spoil: (message) => {
        const spoilt = Buffer.from(message);
        spoilt[spoilt.length - 3] = (spoilt.at(-3) ?? 0) ^ 0xff;
        return spoilt;
      },
    });
    expect(look(bytes).signatures[0]).toMatchObject({ verdict: 'broken', problem: 'wrong-key' });
  });

  it('is told when words were added behind it, also by somebody who signs them without being trusted', async () => {
    const paper = await signed();
    const stream = 'BT /F1 14 Tf 60 760 Td (Bao cao quy IV) Tj ET';
    const added = addRevision(paper, [[5, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`]]);
    const bytesAfter = added.bytes.length - paper.bytes.length;
    expect(look(added.bytes).signatures[0]).toMatchObject({
      verdict: 'intact',
      after: 'unsigned',
      bytesAfter,
    });
    const stranger = await makeHolder({ name: 'Ai đó' });
    const { bytes } = await signPdf(added, { by: stranger });
    expect(look(bytes).signatures.map(({ trust, after }) => [trust, after])).toEqual([
      ['trusted', 'unsigned'],
      ['self-signed', 'nothing'],
    ]);
  });

  it('is not looked into when its kind, its hash or its key proves nothing', async () => {
    const small = await makeHolder({ name: 'Khóa ngắn', issuer: authority, rsaBits: 1_024 });
    const looked = async (by: Holder, more: Parameters<typeof signed>[1]) =>
      look((await signed(by, more)).bytes).signatures[0];
    expect(await looked(chief, { kind: 'adbe.x509.rsa_sha1' })).toMatchObject({
      verdict: 'not-checked',
      problem: 'kind',
      kind: 'adbe.x509.rsa_sha1',
    });
    expect(await looked(chief, { hash: 'SHA-1' })).toMatchObject({ verdict: 'not-checked', problem: 'weak' });
    expect(await looked(small, {})).toMatchObject({ verdict: 'not-checked', problem: 'weak' });
  });
});

describe('a signer', () => {
  const trustOf = async (plan: Omit<Parameters<typeof makeHolder>[0], 'name'>, chain?: Holder[]) => {
    const by = await makeHolder({ name: 'Người ký', ...plan });
    const { bytes } = await signed(by, chain ? { chain } : {});
    return look(bytes).signatures[0]?.trust;
  };

  it('is vouched for at the time of signing, not before, not after, and for signing alone', async () => {
    const issuer = authority;
    expect(await trustOf({ issuer, until: '2027-01-01T00:00:00Z' })).toBe('trusted');
    expect(await trustOf({ issuer, until: '2026-05-01T00:00:00Z' })).toBe('expired');
    expect(await trustOf({ issuer, from: '2026-06-01T00:00:00Z' })).toBe('not-yet-valid');
    expect(await trustOf({ issuer, purposes: [timeStampingPurpose] })).toBe('wrong-use');
    expect(await trustOf({})).toBe('self-signed');
  });

  it('is vouched for only by authorities, as deep as they may, that have not expired', async () => {
    const stranger = await makeHolder({ name: 'Root of tests', isAuthority: true });
    const shallow = await makeHolder({ name: 'Shallow', isAuthority: true, issuer: root, pathLength: 0 });
    const below = await makeHolder({ name: 'Below', isAuthority: true, issuer: shallow });
    const old = await makeHolder({
      name: 'Old',
      isAuthority: true,
      issuer: root,
      until: '2026-01-01T00:00:00Z',
    });
    expect(await trustOf({ issuer: stranger }, [stranger])).toBe('unknown-issuer');
    expect(await trustOf({ issuer: chief }, [chief, authority])).toBe('unknown-issuer');
    expect(await trustOf({ issuer: shallow }, [shallow])).toBe('trusted');
    expect(await trustOf({ issuer: below }, [below, shallow])).toBe('unknown-issuer');
    expect(await trustOf({ issuer: old }, [old])).toBe('unknown-issuer');
    expect(look((await signed()).bytes, []).signatures[0]?.trust).toBe('unknown-issuer');
  });
});

describe('a hostile file', () => {
  it.each([
    ['negative', '[0 -1 20 30]'],
    ['beyond the file', '[0 10 20 9999999999]'],
    ['huge', '[0 99999999999999999999 20 30]'],
    ['overlapping', '[0 40 20 30]'],
    ['not from the start', '[5 10 20 30]'],
    ['without numbers', '[a b]'],
  ])('has a broken signature where its range is %s', (_, range) => {
    const { bytes } = plainPdf('x');
    const file = Buffer.concat([bytes, Buffer.from(`<< /Type /Sig /ByteRange ${range} /Contents <00> >>`)]);
    expect(look(file).signatures).toMatchObject([{ verdict: 'broken', problem: 'range' }]);
  });

  it('hides nothing in the gap', async () => {
    const { bytes } = await signed();
    const spoilt = Buffer.from(bytes);
    spoilt.write('(x)', bytes.indexOf('/Contents <') + 20_000);
    expect(look(spoilt).signatures[0]).toMatchObject({ verdict: 'broken', problem: 'range' });
    const padded = Buffer.from(bytes);
    padded.write('abcd', bytes.indexOf('/Contents <') + 23_000);
    expect(look(padded).signatures[0]).toMatchObject({ verdict: 'broken', problem: 'unreadable' });
  });

  it('is read to the end with a thousand signatures, cut messages and noise', async () => {
    const { bytes } = await signed(chief, { spoil: (message) => message.subarray(0, 300) });
    expect(look(bytes).signatures[0]).toMatchObject({ verdict: 'broken', problem: 'unreadable' });
    const many = Buffer.from(
      Array.from({ length: 1_500 }, (_, n) => `/ByteRange [0 ${n + 10} ${n + 20} 30] `).join(''),
    );
    const report = look(many);
    expect([report.signatures.length, report.left]).toEqual([20, 980]);
    expect(look(Buffer.from('/ByteRange'.repeat(50_000))).signatures).toEqual([]);
  });

  it('never throws and is never believed, whichever signed byte is another', async () => {
    const { bytes } = await signed(deputy);
    const gap = bytes.indexOf('/Contents <');
    // Within the message some bytes say nothing that is signed, such as the issuers that it brings along.
    for (let at = 0; at < bytes.length; at += at + 97 > gap && at < gap ? 24_100 : 97) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const [found] = look(changed).signatures;
      expect(found?.verdict).not.toBe('intact');
    }
  });
});

const hasPdfsig = spawnSync('pdfsig', ['-v']).status === 0;

describe.runIf(hasPdfsig)('another program', () => {
  const judge = (bytes: Buffer): string => {
    const folder = mkdtempSync(join(tmpdir(), 'sauro-pdfsig-'));
    try {
      const path = join(folder, 'paper.pdf');
      writeFileSync(path, bytes);
      return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('says the same of papers that hold, of changed ones and of those that were added to', async () => {
    const paper = await signed();
    expect(judge(paper.bytes)).toContain('Signature Validation: Signature is Valid.');
    expect(judge(paper.bytes)).toContain('Total document signed');
    const both = await signPdf(paper, { by: deputy, chain: [authority] });
    expect(judge(both.bytes).match(/Signature is Valid/g)).toHaveLength(2);
    const changed = Buffer.from(paper.bytes);
    changed.write('II', changed.indexOf('quy I') + 4);
    expect(judge(changed)).toContain('Digest Mismatch');
    expect(judge(addRevision(paper, [[9, '<< >>']]).bytes)).toContain('Not total document signed');
  });
});
