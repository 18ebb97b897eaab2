import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { ALL_EXAMPLES, ALL_FRAMES } from './all-examples.ts';
import { inEnglish } from './in-english.ts';

export type GalleryOptions = {
  stylesheets: { staff: string; public: string };
  /** Address of a frame's own page. */
  frameHref: (name: string) => string;
};

/** Vietnamese is how the examples are written; English is how they read in the other language of the product. */
export type GalleryLang = 'vi' | 'en';

const THEMES = ['light', 'dark'] as const;

/** One page with every component in every state, light beside dark: whole HTML, for development only. */
export function renderGallery({ stylesheets, frameHref }: GalleryOptions, lang: GalleryLang): string {
  return document(
    lang,
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Gallery</title>
        <link rel="stylesheet" href={stylesheets.staff} />
      </head>
      <body class="gallery">
        <main id="main">
          <h1 lang="en">Gallery</h1>
          <ul class="gallery-index" lang="en">
            {ALL_FRAMES.map((frame) => (
              <li key={frame.name}>
                <a href={frameHref(frame.name)}>{frame.name}</a>
              </li>
            ))}
            {Object.keys(ALL_EXAMPLES).map((component) => (
              <li key={component}>
                <a href={`#${component}`}>{component}</a>
              </li>
            ))}
          </ul>
          {Object.keys(ALL_EXAMPLES).map((component) => (
            <GalleryPart key={component} component={component} />
          ))}
        </main>
      </body>
    </html>,
  );
}

/** Some components in one theme and the full width: what pictures are taken of. */
export function renderOneTheme(
  theme: (typeof THEMES)[number],
  stylesheet: string,
  components: readonly string[],
  lang: GalleryLang,
): string {
  return document(
    lang,
    <html lang="vi" data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Gallery</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body class="gallery">
        <main id="main">
          <h1 lang="en">Gallery</h1>
          {components.map((component) => (
            <section key={component} class="gallery-part" id={component}>
              <Examples component={component} place={theme} />
            </section>
          ))}
        </main>
      </body>
    </html>,
  );
}

/** A frame as the document it is, by name; undefined when there is none of that name. */
export function renderFrame(
  name: string,
  stylesheets: GalleryOptions['stylesheets'],
  lang: GalleryLang,
): string | undefined {
  const frame = ALL_FRAMES.find((candidate) => candidate.name === name);
  return frame && document(lang, frame.render(stylesheets));
}

function GalleryPart({ component }: { component: string }) {
  return (
    <section class="gallery-part" id={component}>
      <h2 lang="en">{component}</h2>
      <div class="gallery-themes">
        {THEMES.map((theme) => (
          <div key={theme} class="gallery-theme" data-theme={theme}>
            <Examples component={component} place={theme} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Examples({ component, place }: { component: string; place: string }) {
  return (
    <>
      {ALL_EXAMPLES[component]?.map((example) => (
        <div key={example.name} class="gallery-example">
          <p class="gallery-name" lang="en">
            {example.name}
          </p>
          {example.render(place)}
        </div>
      ))}
    </>
  );
}

function document(lang: GalleryLang, page: VNode): string {
  const html = render(page);
  return `<!doctype html>${lang === 'en' ? inEnglish(html).html : html}`;
}
