import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BAR_COLOURS } from './bar-colours.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Pair = readonly [string, string];

const TONES = ['--ok', '--soon', '--late', '--paused', '--info'];
const GROUNDS = ['--paper', '--canvas', '--sunken', '--hover'];

const TEXT_ON_GROUND: Pair[] = [
  ...GROUNDS.flatMap((ground): Pair[] => [
    ['--ink', ground],
    ['--ink-soft', ground],
  ]),
  ...TONES.flatMap((tone): Pair[] => [
    [tone, `${tone}-soft`],
    [tone, '--paper'],
  ]),
  ['--on-fill', '--action'],
  ['--action', '--action-soft'],
];

const EDGE_ON_GROUND: Pair[] = [
  ['--edge', '--paper'],
  ['--edge', '--canvas'],
];

describe('tokens', () => {
  it('give the same dark values to the system theme and to a chosen one', () => {
    const system = listAfter(':root:not([data-theme="light"])');
    const chosen = listAfter('\n  [data-theme="dark"]');
    expect(system.size).toBeGreaterThan(30);
    expect(chosen).toEqual(system);
  });

  it('give the bars outside of the page the colour of paper', () => {
    expect(BAR_COLOURS.light).toBe(listAfter('[data-theme="light"]').get('--paper'));
    expect(BAR_COLOURS.dark).toBe(listAfter('\n  [data-theme="dark"]').get('--paper'));
  });

  it('are dark on screens only', () => {
    const printed = css.replace(/@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    expect(printed).not.toContain('color-scheme: dark');
    expect(css).toContain('color-scheme: dark');
  });

  it('give a dark value to every light colour', () => {
    const light = listAfter('[data-theme="light"]');
    expect([...listAfter('\n  [data-theme="dark"]').keys()]).toEqual([...light.keys()]);
  });

  it.each(['light', 'dark'])('keep text readable on its grounds in the %s theme', (theme) => {
    const colours = listAfter(theme === 'light' ? '[data-theme="light"]' : '\n  [data-theme="dark"]');
    const contrast = ([a, b]: Pair) => contrastRatio(colours.get(a) ?? '', colours.get(b) ?? '');
    expect(TEXT_ON_GROUND.filter((pair) => !(contrast(pair) >= 4.5))).toEqual([]);
    expect(EDGE_ON_GROUND.filter((pair) => !(contrast(pair) >= 3))).toEqual([]);
  });
});

/** Declarations of the block that follows a selector, by property. */
function listAfter(selector: string): Map<string, string> {
  const start = css.indexOf('{', css.indexOf(selector));
  const block = css.slice(start + 1, css.indexOf('}', start));
  return new Map(
    block
      .split(';')
      .map((line) => line.split(':').map((part) => part.trim()))
      .filter(([property]) => property)
      .map(([property = '', value = '']) => [property, value]),
  );
}

/** Contrast of two colours by WCAG 2: 1 to 21. */
function contrastRatio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
