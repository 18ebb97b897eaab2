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
  const namesOf = byFirstWord([...byName.keys()]);
  return (text) => {
    const composed = text.normalize('NFC');
    const marked = marks(composed);
    const mentions: Mention[] = [];
    let past = 0;
    for (const { 0: word, index: from } of marked.matchAll(/\p{L}+/gu)) {
      const names = namesOf.get(word);
      if (names === undefined || from < past) continue;
      names.lastIndex = from;
      const name = names.exec(marked)?.[0];
      const body = name === undefined ? undefined : byName.get(plain(name));
      if (name === undefined || body === undefined) continue;
      past = from + name.length;
      const words = composed.slice(from, past);
      if (stillStands(composed, from, words)) mentions.push({ body, words, from });
    }
    return mentions;
  };
}

/** False where the text speaks of the past, or of who issued a paper. */
function stillStands(text: string, from: number, words: string): boolean {
  const before = text.slice(Math.max(0, from - 80), from);
  const after = text.slice(from + words.length, from + words.length + 80);
  return !pastAfter.test(after) && !pastBefore.test(before) && !issuedBy.test(before);
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

/** A name as it is looked up: small letters, one way to set tone marks, one dash, no needless space. */
function plain(text: string): string {
  return marks(text.normalize('NFC'))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*([-&,])\s*/g, '$1');
}

/** The same without touching spaces: as long as the text, so that places hold. */
function marks(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[–—]/g, '-')
    .replaceAll('u\u1ef7', '\u1ee7y')
    .replaceAll('o\u00e1', '\u00f3a')
    .replaceAll('o\u00e0', '\u00f2a');
}

/** For each first word, the names that begin with it, the longest that fits as whole words. */
function byFirstWord(names: readonly string[]): Map<string, RegExp> {
  const patterns = new Map<string, string[]>();
  for (const name of [...names].sort((one, other) => other.length - one.length)) {
    const first = /^\p{L}+/u.exec(name)?.[0] ?? '';
    patterns.set(first, [...(patterns.get(first) ?? []), asPattern(name)]);
  }
  return new Map(
    [...patterns].map(([first, some]) => [first, new RegExp(`(?:${some.join('|')})(?![\\p{L}\\d])`, 'uy')]),
  );
}

function asPattern(name: string): string {
  return name
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replaceAll(/[-&,]/g, String.raw`\s*$&\s*`)
    .replaceAll(' ', String.raw`\s+`);
}
