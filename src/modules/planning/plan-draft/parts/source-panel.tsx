import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { SectionHead } from '#ui/page-head/page-head.tsx';
import { SourceView } from '#ui/source-view/source-view.tsx';
import { bareWords } from '../../reading/letters.ts';
import { texts } from '../texts.ts';

const linesAround = 12;
/** A whole plan is read in such parts. */
const linesAtOnce = 300;
const mostHits = 40;

/** Words looked for in the source, and how to look: the address keeps the rest of the view. */
export interface SourceSearch {
  readonly words: string;
  readonly action: string;
  /** Fields of the address that stay. */
  readonly kept: Readonly<Record<string, string>>;
  readonly linkTo: (line: number | undefined) => string;
}

/** The source around the row that is open; the whole of it where none is; lines that hold given words. */
export function SourcePanel(props: {
  lang: Lang;
  lines: readonly string[];
  here: readonly number[];
  search?: SourceSearch;
}) {
  const { lang, lines, here, search } = props;
  const t = texts(lang);
  const [from, to] = shownLines(lines.length, here);
  const marked = new Set(here);
  return (
    <>
      <SectionHead id="source" title={t.review.source} note={t.review.lines(String(from), String(to))} />
      {search && <Finder lang={lang} lines={lines} search={search} />}
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
      {search && to < lines.length && (
        <p>
          <a href={search.linkTo(Math.min(lines.length, to + linesAround + 1))}>
            {t.review.lines(
              formatNumber(lang, to + 1),
              formatNumber(lang, Math.min(lines.length, to + 2 * linesAround + 1)),
            )}
          </a>
        </p>
      )}
    </>
  );
}

/** The first and the last line to show: around the place in question, or the beginning. */
function shownLines(count: number, here: readonly number[]): [number, number] {
  if (here.length === 0) return [1, Math.min(count, linesAtOnce)];
  return [Math.max(1, Math.min(...here) - linesAround), Math.min(count, Math.max(...here) + linesAround)];
}

function Finder({ lang, lines, search }: { lang: Lang; lines: readonly string[]; search: SourceSearch }) {
  const r = texts(lang).reviewing.find;
  const wanted = bareWords(search.words);
  const hits = wanted
    ? lines.flatMap((text, index) => (bareWords(text).includes(wanted) ? [{ number: index + 1, text }] : []))
    : [];
  return (
    <>
      <form action={search.action} role="search" class="source-find">
        {Object.entries(search.kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name="tim" label={r.label} value={search.words} inputMode="search" autocomplete="off" />
        <ButtonRow>
          <Button size="small" icon="search">
            {r.submit}
          </Button>
          {wanted && (
            <LinkButton size="small" kind="quiet" href={search.linkTo(undefined)}>
              {r.clear}
            </LinkButton>
          )}
        </ButtonRow>
      </form>
      {wanted && (
        <div role="status">
          <p>{hits.length > 0 ? r.hits(formatNumber(lang, hits.length)) : r.none}</p>
          <ul>
            {hits.slice(0, mostHits).map((hit) => (
              <li key={hit.number}>
                <a href={`${search.linkTo(hit.number)}#dong-${hit.number}`}>
                  {r.line(formatNumber(lang, hit.number))}
                </a>{' '}
                {hit.text.replaceAll('\t', ' | ').slice(0, 120)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
