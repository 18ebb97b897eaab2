import { sealIcon } from '../seal/seal-icon.ts';
import { BAR_COLOURS } from '../tokens/bar-colours.ts';

/** A theme that the reader chose; left out, pages follow the device. */
export type ChosenTheme = 'light' | 'dark' | undefined;

export type DocumentHeadProps = {
  /** Title of the window. */
  title: string;
  /** One sentence for search engines and shared links. */
  description?: string | undefined;
  theme?: ChosenTheme;
  stylesheetHref: string;
  scripts?: readonly string[] | undefined;
  /** Describes the product to a phone that keeps it among its programs. */
  manifest?: { href: string; touchIconHref: string } | undefined;
};

/** The head of every page: its name, its looks, and what a browser needs to draw its own edges in the same theme. */
export function DocumentHead(props: DocumentHeadProps) {
  const { theme, manifest } = props;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={theme ?? 'light dark'} />
      {theme ? (
        <meta name="theme-color" content={BAR_COLOURS[theme]} />
      ) : (
        (['light', 'dark'] as const).map((each) => (
          <meta
            key={each}
            name="theme-color"
            media={`(prefers-color-scheme: ${each})`}
            content={BAR_COLOURS[each]}
          />
        ))
      )}
      <title>{props.title}</title>
      {props.description && <meta name="description" content={props.description} />}
      <link rel="icon" href={sealIcon} />
      {manifest && <link rel="manifest" href={manifest.href} />}
      {manifest && <link rel="apple-touch-icon" href={manifest.touchIconHref} />}
      <link rel="stylesheet" href={props.stylesheetHref} />
      {props.scripts?.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </head>
  );
}
