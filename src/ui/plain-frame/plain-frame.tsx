import type { ComponentChildren } from 'preact';
import { DemoBand } from '../demo-band/demo-band.tsx';
import { Seal } from '../seal/seal.tsx';
import { SkipLink } from '../skip-link/skip-link.tsx';
import { sealIcon } from '../seal/seal-icon.ts';

export type PlainFrameProps = {
  lang: string;
  title: string;
  product: string;
  /** Where the brand leads; left out where there is nowhere to go. */
  homeHref?: string | undefined;
  tenantName?: string | undefined;
  demoNote?: string | undefined;
  languageSwitch?: { label: string; href: string; lang: string } | undefined;
  labels: { skip: string };
  stylesheetHref: string;
  scripts?: readonly string[] | undefined;
  children: ComponentChildren;
};

/** The whole HTML document of a page with one thing on it: sign-in, a refusal, a fault. */
export function PlainFrame(props: PlainFrameProps) {
  const { languageSwitch } = props;
  const brand = (
    <>
      <Seal size="brand" />
      <span>
        {props.product}
        {props.tenantName && <small>{props.tenantName}</small>}
      </span>
    </>
  );
  return (
    <html lang={props.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title}</title>
        <link rel="icon" href={sealIcon} />
        <link rel="stylesheet" href={props.stylesheetHref} />
        {props.scripts?.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class="plain">
        <SkipLink label={props.labels.skip} />
        {props.demoNote && <DemoBand text={props.demoNote} />}
        <header class="plain-head">
          {props.homeHref ? (
            <a class="plain-brand" href={props.homeHref}>
              {brand}
            </a>
          ) : (
            <p class="plain-brand">{brand}</p>
          )}
          {languageSwitch && (
            <a href={languageSwitch.href} lang={languageSwitch.lang} hreflang={languageSwitch.lang}>
              {languageSwitch.label}
            </a>
          )}
        </header>
        <main class="plain-main" id="main" tabindex={-1}>
          {props.children}
        </main>
      </body>
    </html>
  );
}
