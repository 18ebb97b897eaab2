import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ALL_EXAMPLES, ALL_FRAMES } from './all-examples.ts';
import words from './english.json' with { type: 'json' };
import { renderFrame, renderGallery } from './gallery.tsx';
import { inEnglish } from './in-english.ts';

const UI = new URL('..', import.meta.url);
const STYLESHEETS = { staff: '/staff.css', public: '/public.css' };

const options = { stylesheets: STYLESHEETS, frameHref: (name: string) => `?frame=${name}` };
const documents = (['vi', 'en'] as const).flatMap((lang): [name: string, html: string][] => [
  [`gallery, ${lang}`, renderGallery(options, lang)],
  ...ALL_FRAMES.map((frame): [string, string] => [
    `${frame.name}, ${lang}`,
    renderFrame(frame.name, STYLESHEETS, lang) ?? '',
  ]),
]);

const fragments = Object.entries(ALL_EXAMPLES).flatMap(([component, examples]) =>
  examples.map((example) => [`${component}: ${example.name}`, render(example.render('test'))] as const),
);

describe('the gallery', () => {
  it('shows every example file of the folder', () => {
    const withExamples = readdirSync(UI, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.examples.tsx'))
      .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.examples.tsx'.length));
    const shown = [...Object.keys(ALL_EXAMPLES), ...ALL_FRAMES.map((frame) => frame.name)];
    expect(withExamples.sort()).toEqual(shown.sort());
  });

  it('knows no frame of another name', () => {
    expect(renderFrame('no-such-frame', STYLESHEETS, 'vi')).toBeUndefined();
  });
});

describe.each(fragments)('%s', (_name, html) => {
  const root = parse(html);

  it('draws something', () => {
    expect(root.text.trim().length + root.querySelectorAll('svg, progress').length).toBeGreaterThan(0);
  });

  it('has no inline style, script or handler', () => {
    expect(root.querySelectorAll('[style], style, script')).toHaveLength(0);
    expect(html).not.toMatch(/\son\w+=/);
  });

  it('names every control', () => {
    const unlabelled = root
      .querySelectorAll('input, select, textarea')
      .filter((control) => control.getAttribute('type') !== 'hidden')
      .filter((control) => !root.querySelector(`label[for="${control.id}"]`)?.text.trim());
    const unnamed = root
      .querySelectorAll('button, a, summary')
      .filter((control) => !(control.getAttribute('aria-label') ?? control.text.trim()));
    expect([...unlabelled, ...unnamed].map((control) => control.outerHTML)).toEqual([]);
  });
});

describe('the gallery in English', () => {
  const vietnamese = documents.filter(([name]) => name.endsWith(', vi')).map(([, html]) => html);

  it('has words for every example and every frame', () => {
    expect(vietnamese.flatMap((html) => inEnglish(html).missing)).toEqual([]);
  });

  it('has no words that no example shows', () => {
    const shown = new Set(vietnamese.flatMap((html) => inEnglish(html).said));
    expect(Object.keys(words).filter((word) => !shown.has(word))).toEqual([]);
  });

  it('sees a word that was forgotten, in the text and in an attribute', () => {
    const { missing } = inEnglish('<p>Chưa có chữ nào</p><input aria-label="Ô chưa tên" />');
    expect(missing).toEqual(['Chưa có chữ nào', 'Ô chưa tên']);
  });

  it('leaves what names its own language', () => {
    expect(inEnglish('<p>Giao việc <span lang="vi">Giao việc</span></p>').html).toBe(
      '<p>Assign <span lang="vi">Giao việc</span></p>',
    );
  });
});

describe.each(documents)('%s as a document', (_name, html) => {
  const root = parse(html);
  const ids = root.querySelectorAll('[id]').map((element) => element.id);

  it('has no id twice', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('points with aria and for only at what is there', () => {
    const pointers = ['aria-describedby', 'aria-labelledby', 'for', 'popovertarget'].flatMap((attribute) =>
      root
        .querySelectorAll(`[${attribute}]`)
        .flatMap((element) => (element.getAttribute(attribute) ?? '').split(' ')),
    );
    expect(pointers.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has a language, a title and one main', () => {
    expect(root.querySelector('html')?.getAttribute('lang')).toBeTruthy();
    expect(root.querySelector('title')?.text).toBeTruthy();
    expect(root.querySelectorAll('main')).toHaveLength(1);
    expect(root.querySelectorAll('h1')).toHaveLength(1);
    expect(html.startsWith('<!doctype html>')).toBe(true);
  });

  it('has no inline style or script', () => {
    expect(root.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
  });
});

describe('style sheets', () => {
  const sheets = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.css'),
  );
  const entries = ['staff.css', 'public.css'];
  const read = (path: string) => readFileSync(new URL(path, UI), 'utf8');

  it.each(sheets.filter((path) => !path.startsWith('tokens/')))('%s names no colour and no font', (path) => {
    const rules = read(path).replace(/\/\*[\s\S]*?\*\//g, '');
    expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|\bfont-family:/i);
  });

  it('are all worn by the staff pages, except what only public pages set', () => {
    const staff = read('staff.css');
    const left = sheets.filter((path) => !entries.includes(path) && !staff.includes(`"./${path}"`));
    expect(left.sort()).toEqual(['public-frame/public-frame.css', 'tokens/tokens-public.css']);
  });

  it('give public pages two weights and no paper font', () => {
    const imported = [...read('public.css').matchAll(/"\.\/(.+?)"/g)].map((match) => match[1] ?? '');
    expect(imported).not.toContain('tokens/faces-medium.css');
    expect(imported).not.toContain('tokens/faces-paper.css');
    expect(read('tokens/faces.css')).not.toMatch(/font-weight: 500/);
  });

  it('use only tokens that exist, or lengths of their own', () => {
    const definedIn = (text: string) => [...text.matchAll(/(--[\w-]+):/g)].map((match) => match[1]);
    const tokens = definedIn(read('tokens/tokens.css') + read('tokens/tokens-public.css'));
    const unknown = sheets.flatMap((path) => {
      const known = new Set([...tokens, ...definedIn(read(path))]);
      return [...read(path).matchAll(/var\((--[\w-]+)/g)]
        .filter((match) => !known.has(match[1]))
        .map((match) => `${path} ${match[1]}`);
    });
    expect(unknown).toEqual([]);
  });
});
