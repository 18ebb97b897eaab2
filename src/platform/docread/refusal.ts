/**
 * Why a source cannot be read. The set is closed: whoever speaks to people holds one sentence for each code.
 *
 * - `empty`: no bytes, or a document without any text.
 * - `too-large`: the file itself, or what was pasted, is over `MAX_SOURCE_BYTES`.
 * - `format-not-yet`: a kind of document that is known but not read (RTF, OpenDocument, slides, Word before 97).
 * - `embedded-document`: a Word file into which a whole other file is pasted unopened.
 * - `wrong-type`: no document at all, whatever its name says (image, program, archive).
 * - `not-text`: plain bytes that are not text in any encoding known here.
 * - `password-protected`: a file that opens with a password only.
 * - `scanned`: pages are pictures of text, and nothing here can recognise them.
 * - `truncated`: the end of the file is missing.
 * - `damaged`: the file contradicts itself and no honest reading is possible.
 * - `zip-bomb`: unpacks to far more than a document of people can hold.
 * - `xml-entities`: declares a document type or entities, which no Office program writes.
 * - `too-deep`: parts nested beyond any real document.
 * - `too-long`: more letters, paragraphs or cells than any real document, or more in one of them.
 * - `too-slow`, `out-of-memory`: the reading was stopped at its limit of time or memory.
 */
export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'format-not-yet'
  | 'embedded-document'
  | 'wrong-type'
  | 'not-text'
  | 'password-protected'
  | 'scanned'
  | 'truncated'
  | 'damaged'
  | 'zip-bomb'
  | 'xml-entities'
  | 'too-deep'
  | 'too-long'
  | 'too-slow'
  | 'out-of-memory';

/** The one exception that reading a source throws: the file, not the program, is at fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
