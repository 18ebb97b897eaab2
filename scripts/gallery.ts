// Writes the gallery, every component in every state, to dist/assets/gallery.html: open it in a browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { ALL_FRAMES } from '#ui/gallery/all-examples.ts';
import { renderFrame, renderGallery } from '#ui/gallery/gallery.tsx';

const assets = join(productRoot, 'dist', 'assets');
const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Record<string, string>;
const stylesheets = { staff: manifest['staff.css'] ?? '', public: manifest['public.css'] ?? '' };
const frameHref = (name: string) => `frame-${encodeURIComponent(name.replaceAll(/\W+/g, '-'))}.html`;
writeFileSync(join(assets, 'gallery.html'), renderGallery({ stylesheets, frameHref }));
for (const { name } of ALL_FRAMES) {
  writeFileSync(join(assets, frameHref(name)), renderFrame(name, stylesheets) ?? '');
}
console.log(join(assets, 'gallery.html'));
