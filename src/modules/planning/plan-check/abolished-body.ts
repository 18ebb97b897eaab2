/** A body, tier or post of the administration that has come to its end. */
export interface AbolishedBody {
  /** `body`: a unit that could be given work; `level`: a tier as such; `post`: the title of an officer. */
  readonly kind: 'body' | 'level' | 'post';
  /** All the ways in which it is written. */
  readonly written: readonly string[];
  /** The first day on which it no longer exists. */
  readonly endedOn: string;
  /** What stands in its place; `{level}` is the kind of commune. Null where nothing does, or it depends. */
  readonly successor: string | null;
  /** What stands in its place in communes of one kind, where that is something else. */
  readonly successorIn?: Readonly<Record<string, string>> | undefined;
}

/** An abolished body named in a text: which, and where. */
export interface Mention {
  readonly body: AbolishedBody;
  /** The words of the text. */
  readonly words: string;
  readonly from: number;
}

/** Finds abolished bodies in texts; longer names before shorter ones within them. */
export type MentionFinder = (text: string) => Mention[];

/** Said of the past, as a paper on archives or mergers does, a former name is right. */
const pastAfter =
  /^[^.;]{0,30}(?:cũ(?!\p{L})|trước đây|trước (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất)|trước ngày 0?1[/.-]0?7)/u;
const pastBefore =
  /(?:trước đây[^.;]{0,40}|(?:không còn|không tổ chức|bỏ|giải thể|nguyên|kết thúc hoạt động|chuyển từ|tiếp nhận từ|bàn giao từ)(?:\s+\S+){0,3})\s+$/iu;
/** Who issued a document stays who issued it: "Quyết định số 12/QĐ-UBND ngày 5/3/2020 của UBND huyện". */
const issuedBy = /(?:\d\/[\p{Lu}\d-]+|ngày\s+[\d/.-]+|năm\s+\d{4})\s*(?:,\s*)?của\s+(?:Chủ tịch\s+)?$/u;

/** Makes the finder of the bodies that no longer exist on a day. */
export function mentionFinder(bodies: readonly AbolishedBody[], day: string): MentionFinder {
  const byName = new Map<string, AbolishedBody>();
  for (const body of bodies) {
    if (body.endedOn > day) continue;
    for (const name of body.written) byName.set(plain(name), body);
  }
  const names = [...byName.keys()].sort((one, other) => other.length - one.length);
  if (names.length === 0) return () => [];
  const pattern = new RegExp(`(?<!\\p{L})(?:${names.map(asPattern).join('|')})(?![\\p{L}\\d])`, 'gu');
  return (text) => {
    const composed = text.normalize('NFC');
    return [...plain(composed, false).matchAll(pattern)].flatMap((match): Mention[] => {
      const body = byName.get(plain(match[0]));
      const [from, to] = [match.index, match.index + match[0].length];
      const before = composed.slice(Math.max(0, from - 80), from);
      const isPast = pastAfter.test(composed.slice(to, to + 80)) || pastBefore.test(before);
      if (body === undefined || isPast || issuedBy.test(before)) return [];
      return [{ body, words: composed.slice(from, to), from }];
    });
  };
}

/**
 * The text with what now stands in the place of an abolished body. Undefined where nothing does, where the commune's
 * kind would have to be known, or where a proper name follows that would no longer fit: "UBND huyện Văn Giang".
 */
export function withSuccessor(text: string, mention: Mention, level: string | null): string | undefined {
  const name = successorOf(mention.body, level);
  const composed = text.normalize('NFC');
  const rest = composed.slice(mention.from + mention.words.length);
  if (name === undefined || /^\s+\p{Lu}/u.test(rest)) return undefined;
  const first = mention.words.charAt(0);
  const begins = first === first.toUpperCase() ? name.charAt(0).toUpperCase() : name.charAt(0);
  return composed.slice(0, mention.from) + begins + name.slice(1) + rest;
}

/** What stands in the place of an abolished body in a commune of this kind. */
export function successorOf(body: AbolishedBody, level: string | null): string | undefined {
  const name = (level === null ? undefined : body.successorIn?.[level]) ?? body.successor;
  if (name === null || (level === null && name.includes('{level}'))) return undefined;
  return name.replace('{level}', level ?? '');
}

/** Small letters, one place for tone marks and one dash; as long as the text, so that places hold. */
function plain(text: string, squeeze = true): string {
  const marked = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[–—]/g, '-')
    .replaceAll('u\u1ef7', '\u1ee7y')
    .replaceAll('o\u00e1', '\u00f3a')
    .replaceAll('o\u00e0', '\u00f2a');
  return squeeze ? marked.replaceAll(/\s+/g, ' ').replaceAll(/\s*([-&,])\s*/g, '$1') : marked;
}

function asPattern(name: string): string {
  return name
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replaceAll(/[-&,]/g, String.raw`\s*$&\s*`)
    .replaceAll(' ', String.raw`\s+`);
}
