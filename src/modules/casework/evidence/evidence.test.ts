import { describe, expect, it } from 'vitest';
import { signatureStandings } from '../signature-check/signature-check.ts';
import { type EvidenceFile, flagsOf, isOpenable } from './evidence.ts';
import { documentForm, linkForm } from './input.ts';

const file: EvidenceFile = {
  mediaType: 'application/pdf',
  byteCount: 10,
  sha256: 'a'.repeat(64),
  readability: 'whole',
  scan: 'none',
  signatures: 'good',
};
const reuseLimit = 3;
const proof = {
  issuedOn: '2026-05-12',
  number: '12/BC-UBND',
  issuer: 'UBND xã',
  file,
  servesRecords: 1,
  reuseLimit,
};
const years = { from: 2026, to: 2026 };

describe('what is to be looked at', () => {
  it('is nothing where all is well', () => {
    expect(flagsOf(proof, years)).toEqual([]);
    expect(flagsOf({ ...proof, issuedOn: null, file: null }, years)).toEqual([]);
    expect(flagsOf(proof, null)).toEqual([]);
  });

  it('is a document of another year', () => {
    expect(flagsOf({ ...proof, issuedOn: '2025-12-31' }, years)).toEqual(['wrong-year']);
    expect(flagsOf({ ...proof, issuedOn: '2027-01-01' }, { from: 2026, to: 2030 })).toEqual([]);
  });

  it('is a document whose number is that of another body', () => {
    expect(flagsOf({ ...proof, issuer: 'Sở Nội vụ' }, years)).toEqual(['wrong-issuer']);
  });

  it('is a file that nobody can read', () => {
    for (const readability of ['damaged', 'locked'] as const)
      expect(flagsOf({ ...proof, file: { ...file, readability } }, years)).toEqual(['unreadable']);
    expect(flagsOf({ ...proof, file: { ...file, scan: 'infected' } }, years)).toEqual(['unreadable']);
  });

  it('is a paper whose signatures do not hold, and nothing while nobody has looked', () => {
    const found = [...signatureStandings, null].map((signatures) =>
      flagsOf({ ...proof, file: { ...file, signatures } }, years),
    );
    expect(found).toEqual([
      [],
      ['unknown-signer'],
      ['changed-after-signing'],
      ['broken-signature'],
      ['unsigned'],
      [],
      [],
    ]);
  });

  it('is a proof that serves many records', () => {
    expect(flagsOf({ ...proof, servesRecords: reuseLimit }, years)).toEqual([]);
    expect(flagsOf({ ...proof, servesRecords: reuseLimit + 1 }, years)).toEqual(['reused']);
  });
});

it('opens nothing that waits for the scanner or does harm', () => {
  expect((['none', 'clean', 'waiting', 'infected'] as const).filter((scan) => isOpenable({ scan }))).toEqual([
    'none',
    'clean',
  ]);
});

describe('what may be typed', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://x/y',
    'https://u:p@x/',
    '//x',
    'x',
    'https://x/\u202e',
  ])('%j is no address', (url) => {
    expect(linkForm.safeParse({ url, title: '' }).success).toBe(false);
  });

  it('needs of a document all that finds it again', () => {
    const document = {
      title: 'Báo cáo quý I',
      number: '12/BC-UBND',
      issuedOn: '12/05/2026',
      issuer: 'UBND xã',
    };
    expect(documentForm.parse(document)).toEqual({ ...document, issuedOn: '2026-05-12' });
    for (const field of ['title', 'number', 'issuedOn', 'issuer'])
      expect(documentForm.safeParse({ ...document, [field]: ' ' }).success).toBe(false);
    expect(documentForm.safeParse({ ...document, issuedOn: '31/02/2026' }).success).toBe(false);
  });
});
