import { markedPieces, type TextMark } from './marked-pieces.ts';

export type { TextMark } from './marked-pieces.ts';

export type SourceLine = {
  number: number;
  text: string;
  marks?: readonly TextMark[] | undefined;
  /** Part of the place this page speaks of. */
  isHere?: boolean | undefined;
};

export type SourceViewProps = {
  /** Each line gets the id `<id>-<number>`. */
  id: string;
  label: string;
  sections: readonly { title?: string | undefined; lines: readonly SourceLine[] }[];
};

/** A text as it was given, line by line; scrolls by itself, opens at a line by its address. */
export function SourceView({ id, label, sections }: SourceViewProps) {
  return (
    <div class="source-view" tabindex={0} role="region" aria-label={label}>
      {sections.map((section) => (
        <div key={section.lines[0]?.number ?? section.title}>
          {section.title && <p class="source-title">{section.title}</p>}
          <ol class="source-lines">
            {section.lines.map((line) => (
              <li
                key={line.number}
                id={`${id}-${line.number}`}
                value={line.number}
                aria-current={line.isHere ? 'location' : undefined}
              >
                <span class="source-number">{line.number}</span>
                <span>
                  {markedPieces(line.text, line.marks).map((piece, index) =>
                    piece.kind ? (
                      <mark key={index} data-kind={piece.kind}>
                        {piece.text}
                      </mark>
                    ) : (
                      piece.text
                    ),
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
