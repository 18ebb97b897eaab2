export type SealProps = {
  /** Six answers, row by row: filled or still open. Left out, all six are filled. */
  cells?: readonly boolean[] | undefined;
  /** `brand` and `emblem` are the red mark; `glyph` stands in a row, `panel` above six cells. */
  size: 'brand' | 'emblem' | 'glyph' | 'panel';
  /** What it says; left out where words beside it say the same. */
  label?: string | undefined;
};

const COLUMNS = [0, 1, 2];
const ROWS = [0, 1];

/** The mark of the product and its gauge in one: six cells, a gap is hollow. */
export function Seal({ cells, size, label }: SealProps) {
  const isMark = size === 'brand' || size === 'emblem';
  const box = isMark
    ? { view: '0 0 28 28', x: 5, y: 6, stepX: 6.75, stepY: 9, width: 4.5, height: 7 }
    : GAUGE;
  return (
    <svg
      class="seal"
      data-size={size}
      viewBox={box.view}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      dangerouslySetInnerHTML={shapes(isMark, box, cells)}
    />
  );
}

const drawn = new Map<string, { __html: string }>();

/** The cells as markup, made once for each of the few answers there are. */
function shapes(
  isMark: boolean,
  box: typeof GAUGE,
  cells: readonly boolean[] | undefined,
): { __html: string } {
  const key = `${isMark}${cells?.map(Number).join('') ?? ''}`;
  const known = drawn.get(key);
  if (known) return known;
  const ground = isMark ? '<rect class="seal-ground" width="28" height="28" rx="4"/>' : '';
  const rects = ROWS.flatMap((row) =>
    COLUMNS.map((column) => {
      const isGap = cells?.[row * COLUMNS.length + column] === false;
      const inset = isGap ? 0.5 : 0;
      const [x, y] = [box.x + column * box.stepX + inset, box.y + row * box.stepY + inset];
      const size = `width="${box.width - 2 * inset}" height="${box.height - 2 * inset}"`;
      return `<rect class="${isGap ? 'seal-gap' : 'seal-cell'}" x="${x}" y="${y}" ${size} rx="1"/>`;
    }),
  );
  const made = { __html: ground + rects.join('') };
  drawn.set(key, made);
  return made;
}

const GAUGE = { view: '0 0 22 16', x: 1, y: 1, stepX: 7.5, stepY: 8, width: 5, height: 6 };

export type SealScoreProps = {
  cells: readonly boolean[] /** Such as `5/6`. */;
  score: string;
  said?: string | undefined;
};

/** The gauge with its score, for a row of a list; what is missing is said. */
export function SealScore({ cells, score, said }: SealScoreProps) {
  return (
    <span class="seal-score">
      <Seal cells={cells} size="glyph" />
      {score}
      {said && <span class="said">, {said}</span>}
    </span>
  );
}
