/** A place in a text, by characters: from the first, up to but without the last. */
export type TextMark = { from: number; to: number; kind: 'mended' | 'clash' };

export type TextPiece = { text: string; kind?: TextMark['kind'] };

/** Cuts a text at its marks. Marks beyond its end, empty ones and overlaps with an earlier mark fall away. */
export function markedPieces(text: string, marks: readonly TextMark[] = []): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const to = Math.min(mark.to, text.length);
    if (mark.from < at || to <= mark.from) continue;
    if (mark.from > at) pieces.push({ text: text.slice(at, mark.from) });
    pieces.push({ text: text.slice(mark.from, to), kind: mark.kind });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
