import type { FileLimits } from '#platform/files/file-place.ts';
import type { Upload } from '#platform/files/receive-file.ts';
import { keptMark, parseOwnPath } from '#platform/kept-form/kept-form.ts';
import { formKeyField, parseFormKey } from './form-key.ts';

/** A request as a handler sees it: the address, its parts, and the form that was sent. */
export interface Req {
  /** Path and query as asked. */
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
  /** Each value as `typedText`. */
  readonly query: URLSearchParams;
  /** Empty for GET. */
  readonly form: FormValues;
  /** The files of a form that sends them to the store; of any other form none. */
  readonly uploads: readonly Upload[];
  /** How large files may be that are sent to the store. */
  readonly fileLimits: FileLimits;
  /** Scheme, host and port by which people reach the product. */
  readonly origin: string;
  /** The visitor's network address. */
  readonly remoteAddress: string;
  /** What the visitor's browser calls itself; anything may stand there. */
  readonly userAgent: string;
  cookie(name: string): string | undefined;
}

/**
 * A text that came from outside, as it may be kept and searched for: NFC, without blanks at its ends, and without the
 * null sign, which nobody types and no database keeps.
 */
export function typedText(text: string): string {
  return text.replaceAll('\u0000', '').normalize('NFC').trim();
}

/** The path of a request, without its query. */
export function pathOf(req: Req): string {
  return new URL(req.address, 'http://local').pathname;
}

/** What a form sent. Text fields are `typedText`; a field sent twice keeps both. */
export class FormValues {
  readonly #texts = new Map<string, string[]>();
  readonly #files = new Map<string, File>();
  /** Which drawing of the form was sent; kept apart, so that no handler takes it for a field. */
  readonly key: string | undefined;
  /** The page of a form that is kept while it is typed into. */
  readonly keptPage: string | undefined;

  constructor(entries: Iterable<[string, string | File]> = []) {
    for (const [name, value] of entries) {
      if (name === keptMark) this.keptPage = typeof value === 'string' ? parseOwnPath(value) : undefined;
      else if (name === formKeyField) this.key = typeof value === 'string' ? parseFormKey(value) : undefined;
      else if (typeof value !== 'string') this.#files.set(name, value);
      else this.#texts.set(name, [...(this.#texts.get(name) ?? []), typedText(value)]);
    }
  }

  /** The field's text, or the empty text. */
  text(name: string): string {
    return this.#texts.get(name)?.at(-1) ?? '';
  }

  texts(name: string): readonly string[] {
    return this.#texts.get(name) ?? [];
  }

  file(name: string): File | undefined {
    return this.#files.get(name);
  }

  /** Everything that was sent, field by field. */
  entries(): [string, string | File][] {
    const texts = [...this.#texts].flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    );
    return [...texts, ...this.#files];
  }

  /** Every text field with its last value, ready for a schema. */
  all(): Record<string, string> {
    return Object.fromEntries([...this.#texts].map(([name, values]) => [name, values.at(-1) ?? '']));
  }
}
