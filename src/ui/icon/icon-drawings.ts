/** One drawing on a field of 20 by 20: open lines, a dashed line, filled shapes. */
export type IconDrawing = { lines?: string; dashed?: string; solid?: string };

const CIRCLE = 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14z';
const SHEET = 'M5.5 2.5h6l4 4v11h-10zM11.5 2.5v4h4';
const DOT = (x: number, y: number) => `M${x} ${y}a1 1 0 1 1 0 2 1 1 0 0 1 0-2z`;

/** Every icon of the product, by what it shows. */
export const ICON_DRAWINGS = {
  home: { lines: 'M3 9.5 10 3l7 6.5V16.5a.5.5 0 0 1-.5.5H12v-5H8v5H3.5a.5.5 0 0 1-.5-.5z' },
  inbox: { lines: 'M3 11 5 4h10l2 7v5.5H3zM3 11h4l1 2.5h4L13 11h4' },
  list: { lines: 'M7.5 5H17M7.5 10H17M7.5 15H17M3.5 5h.01M3.5 10h.01M3.5 15h.01' },
  counter: { lines: 'M2.5 17h15M4.5 17v-6.5h11V17M3.5 10.5h13M7.5 10.5V7M12.5 10.5V7M6 7h8l-.8-3.5H6.8z' },
  people: {
    lines:
      'M7.5 4a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5zM2.5 16.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5M13 4.4a2.75 2.75 0 0 1 0 4.7M15 12.5c1.5.7 2.5 2.1 2.5 4',
  },
  person: {
    lines: 'M10 3.5a3.25 3.25 0 1 1 0 6.5 3.25 3.25 0 0 1 0-6.5zM3.75 17c0-3.2 2.7-5 6.25-5s6.25 1.8 6.25 5',
  },
  chart: { lines: 'M3.5 3.5v13h13M7 13.5v-3M10.5 13.5v-6.5M14 13.5V9' },
  document: { lines: `${SHEET}M8 10.5h5M8 13.5h5` },
  organization: { lines: 'M8 3h4v3.5H8zM3 13.5h4V17H3zM13 13.5h4V17h-4zM10 6.5V10M5 13.5V10h10v3.5' },
  book: { lines: 'M10 5.5C8.5 4 6 3.5 3 3.5v12c3 0 5.5.5 7 2 1.5-1.5 4-2 7-2v-12c-3 0-5.5.5-7 2zM10 5.5v12' },
  settings: {
    lines:
      'M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17M12.5 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM7.5 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  },
  search: { lines: 'M8.75 3a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM13 13l4 4' },
  bell: { lines: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.25 1.5H3.75zM8.5 17h3' },
  menu: { lines: 'M3 5.5h14M3 10h14M3 14.5h14' },
  close: { lines: 'm5 5 10 10M15 5 5 15' },
  plus: { lines: 'M10 4v12M4 10h12' },
  edit: { lines: 'M12.5 4.5 15.5 7.5 7 16H4v-3zM10.75 6.25l3 3' },
  trash: { lines: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.75 11h7.5l.75-11M8.5 8.5v5M11.5 8.5v5' },
  download: { lines: 'M10 3v9.5M6 8.5l4 4 4-4M3.5 16.5h13' },
  upload: { lines: 'M10 13V3.5M6 7.5l4-4 4 4M3.5 16.5h13' },
  print: { lines: 'M6 7.5V3h8v4.5M6 14H3.5V7.5h13V14H14M6 11.5h8V17H6z' },
  filter: { lines: 'M3 4h14l-5.5 6.5V16l-3-1.5v-4z' },
  sort: { lines: 'M6.5 4v12M6.5 16 4 13.5M6.5 16 9 13.5M13.5 16V4M13.5 4 11 6.5M13.5 4 16 6.5' },
  'chevron-up': { lines: 'm5 12 5-5 5 5' },
  'chevron-down': { lines: 'm5 8 5 5 5-5' },
  'chevron-left': { lines: 'm12 5-5 5 5 5' },
  'chevron-right': { lines: 'm8 5 5 5-5 5' },
  'arrow-right': { lines: 'M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5' },
  undo: { lines: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H9.5' },
  merge: { lines: 'M5 3.5v3c0 2.5 1.5 3.5 5 3.5h6M5 16.5v-3C5 11 6.5 10 10 10M13 7l3 3-3 3' },
  split: { lines: 'M3.5 10h4c4 0 4-5 9-5M7.5 10c4 0 4 5 9 5M14 2.5 16.5 5 14 7.5M14 12.5l2.5 2.5L14 17.5' },
  link: {
    lines:
      'M8.3 11.7a3.25 3.25 0 0 0 4.9.3l2.3-2.3a3.25 3.25 0 0 0-4.6-4.6L9.7 6.3M11.7 8.3A3.25 3.25 0 0 0 6.8 8l-2.3 2.3a3.25 3.25 0 0 0 4.6 4.6l1.2-1.2',
  },
  outside: { lines: 'M8 4.5H4.5v11h11V12M11.5 3.5h5v5M16.5 3.5 9.5 10.5' },
  lock: { lines: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9' },
  key: { lines: 'M6.5 9.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM9 10.5 16.5 3M13 6.5l2.5 2.5' },
  shield: { lines: 'M10 2.5 16 5v4.5c0 4-2.5 6.5-6 8-3.5-1.5-6-4-6-8V5zM7.5 10l1.8 1.8L12.7 8.3' },
  globe: { lines: `${CIRCLE}M3 10h14M10 3c2.2 2 3.2 4.3 3.2 7s-1 5-3.2 7c-2.2-2-3.2-4.3-3.2-7s1-5 3.2-7z` },
  'sign-out': { lines: 'M8 3.5H3.5v13H8M13 6l4 4-4 4M17 10H8' },
  calendar: { lines: 'M3.5 5h13v12h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5' },
  flag: { lines: 'M5 17.5v-14h9l-1.5 3.25L14 10H5' },
  checklist: { lines: 'M5 3h10v14H5zM7.5 7l1 1L10 6.25M7.5 12l1 1 1.5-1.75M12 7.25h.5M12 12.25h.5' },
  scales: { lines: 'M10 3.5v13M6 16.5h8M4 6h12M4 6l-2 5h4zM16 6l-2 5h4z' },
  comment: { lines: 'M3 4h14v9.5H8.5L5 16.5v-3H3z' },
  target: { lines: `${CIRCLE}M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z`, solid: DOT(10, 9) },
  check: { lines: 'm4.5 10.5 3.5 3.5 7.5-8' },
  'circle-check': { lines: `${CIRCLE}M6.75 10.25l2.25 2.25 4.25-4.75` },
  'circle-alert': { lines: `${CIRCLE}M10 6.25v4.5M10 13.6v.1` },
  'circle-clock': { lines: `${CIRCLE}M10 6v4l2.75 1.75` },
  'circle-pause': { lines: `${CIRCLE}M8.5 7.5v5M11.5 7.5v5` },
  'circle-info': { lines: `${CIRCLE}M10 9.25v4.5M10 6.4v.1` },
  'circle-half': { lines: CIRCLE, solid: 'M10 3a7 7 0 0 1 0 14z' },
  'circle-dashed': { dashed: CIRCLE },
  'circle-cross': { lines: `${CIRCLE}M7.5 7.5l5 5M12.5 7.5l-5 5` },
  hourglass: {
    lines:
      'M5.5 3h9M5.5 17h9M6.5 3c0 3.5 2.5 4.5 3.5 7 1-2.5 3.5-3.5 3.5-7M6.5 17c0-3.5 2.5-4.5 3.5-7 1 2.5 3.5 3.5 3.5 7',
  },
  more: { solid: DOT(4.5, 9) + DOT(10, 9) + DOT(15.5, 9) },
} satisfies Record<string, IconDrawing>;

export type IconName = keyof typeof ICON_DRAWINGS;
