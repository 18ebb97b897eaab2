import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Holder } from './authorities.fixtures.ts';

/** A PDF that is being built: its bytes, and what the next revision must name. */
export interface BuiltPdf {
  readonly bytes: Buffer;
  readonly tableAt: number;
  readonly nextObject: number;
  readonly fields: readonly number[];
}

/** How a signature of a test is made. */
export interface Signing {
  readonly by: Holder;
  readonly chain?: readonly Holder[];
  readonly at?: string;
  readonly kind?: string;
  readonly stampedBy?: Holder;
  readonly stampedAt?: string;
  /** Another way to hash than SHA-256. */
  readonly hash?: 'SHA-1' | 'SHA-512';
  /** Bytes of the message that are changed before it is put in. */
  readonly spoil?: (message: Buffer) => Buffer;
}

const gapDigits = 24_000;

/** A page with a few words, without any signature. */
export function plainPdf(words: string): BuiltPdf {
  const stream = `BT /F1 14 Tf 60 760 Td (${words}) Tj ET`;
  return addRevision(
    { bytes: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1'), tableAt: 0, nextObject: 6, fields: [] },
    [
      [1, '<< /Type /Catalog /Pages 2 0 R >>'],
      [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
      [3, page('')],
      [4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
      [5, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`],
    ],
  );
}

/** Adds objects at the end of a file, as programs do that change a paper without touching what stands. */
export function addRevision(pdf: BuiltPdf, objects: readonly (readonly [number, string])[]): BuiltPdf {
  let body = '';
  const places: [number, number][] = [];
  for (const [number, content] of objects) {
    places.push([number, pdf.bytes.length + body.length]);
    body += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const tableAt = pdf.bytes.length + body.length;
  const size = Math.max(pdf.nextObject, ...objects.map(([number]) => number + 1));
  const free = pdf.tableAt === 0 ? '0 1\n0000000000 65535 f \n' : '';
  const rows = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
  const previous = pdf.tableAt === 0 ? '' : ` /Prev ${pdf.tableAt}`;
  const end = `xref\n${free}${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R${previous} >>\nstartxref\n${tableAt}\n%%EOF\n`;
  return {
    ...pdf,
    bytes: Buffer.concat([pdf.bytes, Buffer.from(body + end, 'latin1')]),
    tableAt,
    nextObject: size,
  };
}

/** Signs all that stands in a file, in a revision of its own. */
export async function signPdf(pdf: BuiltPdf, signing: Signing): Promise<BuiltPdf> {
  const [value, field] = [pdf.nextObject, pdf.nextObject + 1];
  const fields = [...pdf.fields, field];
  const at = new Date(signing.at ?? '2026-05-12T02:30:00Z');
  const references = fields.map((one) => `${one} 0 R`).join(' ');
  const day = at.toISOString().replaceAll(/[-:T]|\..*$/g, '');
  const places = '0000000000 0000000000 0000000000';
  const revised = addRevision({ ...pdf, fields }, [
    [1, `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${references}] /SigFlags 3 >> >>`],
    [3, page(` /Annots [${references}]`)],
    [
      value,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${signing.kind ?? 'adbe.pkcs7.detached'} /M (D:${day}Z) /ByteRange [0 ${places}] /Contents <${'0'.repeat(gapDigits)}> >>`,
    ],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${fields.length}) /V ${value} 0 R /Rect [0 0 0 0] /F 132 /P 3 0 R >>`,
    ],
  ]);
  const bytes = Buffer.from(revised.bytes);
  const gapStart = bytes.indexOf(`<${'0'.repeat(gapDigits)}>`, pdf.bytes.length);
  const gapEnd = gapStart + gapDigits + 2;
  const range = [gapStart, gapEnd, bytes.length - gapEnd].map((one) => String(one).padStart(10, '0'));
  bytes.write(range.join(' '), bytes.indexOf(places, pdf.bytes.length), 'latin1');
  const message = await signedMessage(
    Buffer.concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd)]),
    signing,
    at,
  );
  bytes.write((signing.spoil?.(message) ?? message).toString('hex'), gapStart + 1, 'latin1');
  return { ...revised, bytes };
}

async function signedMessage(content: Buffer, signing: Signing, at: Date): Promise<Buffer> {
  const hash = signing.hash ?? 'SHA-256';
  const digest = createHash(hash.replace('-', '').toLowerCase()).update(content).digest();
  const signed = signedData('1.2.840.113549.1.7.1', digest, signing.by, signing.chain ?? [], at);
  await signed.sign(signing.by.key, 0, hash);
  const [info] = signed.signerInfos;
  if (signing.stampedBy && info) {
    const stamp = await timestamp(
      Buffer.from(info.signature.valueBlock.valueHexView),
      signing.stampedBy,
      new Date(signing.stampedAt ?? at),
    );
    info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [stamp] })],
    });
  }
  return Buffer.from(wrapped(signed).toBER());
}

/** The token of an authority of time over a signature. */
async function timestamp(signature: Buffer, by: Holder, at: Date): Promise<asn1js.Sequence> {
  const imprint = createHash('sha256').update(signature).digest();
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }),
      hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(imprint).buffer }),
    }),
    serialNumber: new asn1js.Integer({ value: 7 }),
    genTime: at,
  });
  const content = Buffer.from(info.toSchema().toBER());
  const digest = createHash('sha256').update(content).digest();
  const signed = signedData('1.2.840.113549.1.9.16.1.4', digest, by, [], at);
  signed.encapContentInfo.eContent = new asn1js.OctetString({ valueHex: new Uint8Array(content).buffer });
  await signed.sign(by.key, 0, 'SHA-256');
  return wrapped(signed);
}

function signedData(
  contentType: string,
  digest: Buffer,
  by: Holder,
  chain: readonly Holder[],
  at: Date,
): pkijs.SignedData {
  const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] });
  return new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: contentType }),
    certificates: [by, ...chain].map(({ certificate }) => certificate),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: by.certificate.issuer,
          serialNumber: by.certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: contentType })),
            attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: at })),
            attribute(
              '1.2.840.113549.1.9.4',
              new asn1js.OctetString({ valueHex: new Uint8Array(digest).buffer }),
            ),
          ],
        }),
      }),
    ],
  });
}

function wrapped(signed: pkijs.SignedData): asn1js.Sequence {
  return new pkijs.ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: signed.toSchema(true),
  }).toSchema();
}

function page(more: string): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R${more} >>`;
}
