import { SectionHead } from '#ui/page-head/page-head.tsx';
import { SourceView } from '#ui/source-view/source-view.tsx';
import type { Texts } from '../texts.ts';

const linesAround = 12;

/** The source around the row that is open; the whole of it where none is. */
export function SourcePanel({
  t,
  lines,
  here,
}: {
  t: Texts;
  lines: readonly string[];
  here: readonly number[];
}) {
  const [from, to] =
    here.length > 0
      ? [
          Math.max(1, Math.min(...here) - linesAround),
          Math.min(lines.length, Math.max(...here) + linesAround),
        ]
      : [1, lines.length];
  const marked = new Set(here);
  return (
    <>
      <SectionHead id="source" title={t.review.source} note={t.review.lines(String(from), String(to))} />
      <SourceView
        id="dong"
        label={t.review.source}
        sections={[
          {
            lines: lines
              .slice(from - 1, to)
              .map((text, index) => ({
                number: from + index,
                text: text.replaceAll('\t', ' | '),
                isHere: marked.has(from + index),
              }))
              .filter((line) => line.text.trim() !== ''),
          },
        ]}
      />
    </>
  );
}
