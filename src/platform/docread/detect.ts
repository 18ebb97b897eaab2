import { openCompoundFile } from './compound-file.ts';
import { officeKind } from './ooxml-package.ts';
import { Refusal } from './refusal.ts';
import { openZip, type ZipFile } from './zip.ts';

/** What a file is by its content; its name has no say. */
export type DetectedSource =
  | { readonly format: 'docx' | 'xlsx'; readonly zip: ZipFile }
  | { readonly format: 'doc' | 'txt' | 'pdf' | 'html' };

type BinaryKind = 'zip' | 'ole' | 'pdf' | 'known-document' | 'no-document';

const SIGNATURES: readonly (readonly [BinaryKind, Uint8Array])[] = [
  ['zip', hex('504b0304')],
  ['zip', hex('504b0506')],
  ['ole', hex('d0cf11e0a1b11ae1')],
  ['pdf', latin1('%PDF-')],
  ['known-document', latin1('{\\rtf')],
  ['known-document', latin1('MIME-Version:')],
  ['no-document', hex('89504e47')],
  ['no-document', hex('ffd8ff')],
  ['no-document', latin1('GIF8')],
  ['no-document', latin1('BM')],
  ['no-document', latin1('RIFF')],
  ['no-document', hex('49492a00')],
  ['no-document', hex('4d4d002a')],
  ['no-document', latin1('MZ')],
  ['no-document', hex('7f454c46')],
  ['no-document', latin1('Rar!')],
  ['no-document', latin1('7z\xbc\xaf')],
  ['no-document', hex('1f8b08')],
];

const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|table)[\s>]/i;
const TEXT_SAMPLE_BYTES = 512;

/**
 * Tells what a file holds. Refuses what is a document of a kind not read yet, what is no document, and an Office file
 * under a password; every other sequence of bytes may be text.
 */
export function detectSource(bytes: Uint8Array): DetectedSource {
  switch (signatureOf(bytes)) {
    case 'zip':
      return detectZip(bytes);
    case 'ole':
      return detectOle(bytes);
    case 'pdf':
      return { format: 'pdf' };
    case 'known-document':
      throw new Refusal('format-not-yet');
    case 'no-document':
      throw new Refusal('wrong-type');
    case undefined:
      if (HTML_START.test(sample(bytes))) return { format: 'html' };
      return { format: 'txt' };
  }
}

function detectZip(bytes: Uint8Array): DetectedSource {
  const zip = openZip(bytes);
  switch (officeKind(zip)) {
    case 'word':
      return { format: 'docx', zip };
    case 'workbook':
      return { format: 'xlsx', zip };
    case 'other-office':
      throw new Refusal('format-not-yet');
    case 'not-office':
      throw new Refusal('wrong-type');
  }
}

/** Two-letter signatures also begin words, so they count only where the bytes do not go on as text. */
function signatureOf(bytes: Uint8Array): BinaryKind | undefined {
  const found = SIGNATURES.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (found === undefined) return undefined;
  const isShort = found[1].length < 3;
  return isShort && !sample(bytes).includes('\0') ? undefined : found[0];
}

/** The old compound format holds many things; the streams at its top tell which. */
function detectOle(bytes: Uint8Array): DetectedSource {
  const file = openCompoundFile(bytes);
  if (file.has('EncryptedPackage')) throw new Refusal('password-protected');
  if (file.has('WordDocument')) return { format: 'doc' };
  const isKnown = ['Workbook', 'Book', 'PowerPoint Document'].some((name) => file.has(name));
  throw new Refusal(isKnown ? 'format-not-yet' : 'wrong-type');
}

function sample(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, TEXT_SAMPLE_BYTES))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
}

function hex(digits: string): Uint8Array {
  return Buffer.from(digits, 'hex');
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
