import type { ComponentChildren } from 'preact';
import { DemoBand } from '../demo-band/demo-band.tsx';
import { DocumentHead, type DocumentHeadProps } from '../document-head/document-head.tsx';
import { Seal } from '../seal/seal.tsx';
import { SkipLink } from '../skip-link/skip-link.tsx';

export type PlainFrameProps = DocumentHeadProps & {
  lang: string;
  product: string;
  /** Where the brand leads; left out where there is nowhere to go. */
  homeHref?: string | undefined;
  tenantName?: string | undefined;
  demoNote?: string | undefined;
  languageSwitch?: { label: string; href: string; lang: string } | undefined;
  labels: { skip: string };
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
    <html lang={props.lang} data-theme={props.theme}>
      <DocumentHead {...props} />
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
