// Writes the gallery, every component in every state, to dist/assets/gallery.html, and gallery.en.html in English.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { ALL_FRAMES } from '#ui/gallery/all-examples.ts';
import { renderFrame, renderGallery } from '#ui/gallery/gallery.tsx';

const assets = join(productRoot, 'dist', 'assets');
const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Record<string, string>;
const stylesheets = { staff: manifest['staff.css'] ?? '', public: manifest['public.css'] ?? '' };
for (const [lang, ending] of [
  ['vi', 'html'],
  ['en', 'en.html'],
] as const) {
  const frameHref = (name: string) => `frame-${encodeURIComponent(name.replaceAll(/\W+/g, '-'))}.${ending}`;
  const gallery = join(assets, `gallery.${ending}`);
  writeFileSync(gallery, renderGallery({ stylesheets, frameHref }, lang));
  for (const { name } of ALL_FRAMES) {
    writeFileSync(join(assets, frameHref(name)), renderFrame(name, stylesheets, lang) ?? '');
  }
  console.log(gallery);
}
