import type { Outline } from './paper.ts';

/** How a numbered piece of a paper stands, the same in every format. */
export interface OutlineLook {
  /** Centred, its label on a line of its own and its title in capitals. */
  readonly centred: boolean;
  readonly bold: boolean;
  /** Its place among the headings that readers jump by, from 1; undefined for what is no heading. */
  readonly depth: number | undefined;
}

const LOOKS: Readonly<Record<Outline['level'], OutlineLook>> = {
  part: { centred: true, bold: true, depth: 1 },
  chapter: { centred: true, bold: true, depth: 2 },
  section: { centred: true, bold: true, depth: 3 },
  subsection: { centred: true, bold: true, depth: 4 },
  heading: { centred: false, bold: true, depth: 1 },
  subheading: { centred: false, bold: true, depth: 2 },
  article: { centred: false, bold: true, depth: 5 },
  clause: { centred: false, bold: false, depth: undefined },
  point: { centred: false, bold: false, depth: undefined },
};

/**
 * How a piece of this level stands.
 *
 * @law nd-30-2020 pl1
 */
export function outlineLook(level: Outline['level']): OutlineLook {
  return LOOKS[level];
}
