import type { ComponentChildren } from 'preact';
import { DemoBand } from '../demo-band/demo-band.tsx';
import { DocumentHead, type DocumentHeadProps } from '../document-head/document-head.tsx';
import { Breadcrumb, type Crumb } from '../breadcrumb/breadcrumb.tsx';
import { Seal } from '../seal/seal.tsx';
import { SkipLink } from '../skip-link/skip-link.tsx';

export type PublicNavItem = { label: string; href: string; isCurrent?: boolean | undefined };

export type PublicFrameProps = Omit<DocumentHeadProps, 'scripts'> & {
  lang: string;
  /** The authority in up to three lines: what it is, its name, what it belongs to. */
  tenant: { kind?: string | undefined; name: string; above?: string | undefined; href: string };
  /** The authority's own emblem; the seal stands where there is none. */
  emblemHref?: string | undefined;
  demoNote?: string | undefined;
  nav: readonly PublicNavItem[];
  languageSwitch?: { label: string; href: string; lang: string } | undefined;
  breadcrumb?: readonly Crumb[] | undefined;
  /** A band over the whole width above the content: the question and its search. */
  hero?: ComponentChildren;
  footer: readonly {
    title: string;
    lines?: readonly string[] | undefined;
    links?: readonly PublicNavItem[] | undefined;
  }[];
  labels: { skip: string; nav: string; breadcrumb?: string | undefined };
  children: ComponentChildren;
};

/** The whole HTML document of a page for everyone: no script, two weights of one font. */
export function PublicFrame(props: PublicFrameProps) {
  return (
    <html lang={props.lang} data-theme={props.theme}>
      <DocumentHead {...props} />
      <body class="public">
        <SkipLink label={props.labels.skip} />
        {props.demoNote && <DemoBand text={props.demoNote} />}
        <PublicHead {...props} />
        <main class="public-main" id="main" tabindex={-1}>
          {props.hero && <div class="public-hero">{<div class="public-wrap">{props.hero}</div>}</div>}
          <div class="public-wrap">
            {props.breadcrumb && (
              <Breadcrumb label={props.labels.breadcrumb ?? ''} crumbs={props.breadcrumb} />
            )}
            {props.children}
          </div>
        </main>
        <footer class="public-foot">
          <div class="public-wrap">
            {props.footer.map((part) => (
              <div key={part.title}>
                <h2>{part.title}</h2>
                {part.lines?.map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {part.links && (
                  <ul>
                    {part.links.map((link) => (
                      <li key={link.href}>
                        <a href={link.href}>{link.label}</a>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </div>
        </footer>
      </body>
    </html>
  );
}

function PublicHead({ tenant, emblemHref, nav, languageSwitch, labels }: PublicFrameProps) {
  return (
    <header class="public-head">
      <div class="public-wrap">
        <a class="public-tenant" href={tenant.href}>
          {emblemHref ? <img src={emblemHref} alt="" width="44" height="44" /> : <Seal size="emblem" />}
          <span>
            {tenant.kind && <small>{tenant.kind}</small>}
            <b>{tenant.name}</b>
            {tenant.above && <small>{tenant.above}</small>}
          </span>
        </a>
        <nav aria-label={labels.nav}>
          <ul>
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
            {languageSwitch && (
              <li>
                <a href={languageSwitch.href} lang={languageSwitch.lang} hreflang={languageSwitch.lang}>
                  {languageSwitch.label}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </header>
  );
}

export type PublicQuestionProps = {
  id: string;
  title: string;
  lead?: ComponentChildren;
  search?:
    | { action: string; name: string; label: string; value?: string | undefined; submit: string }
    | undefined;
  children?: ComponentChildren;
};

/** What the hero of a public page asks, with a big search when there is something to find. */
export function PublicQuestion({ id, title, lead, search, children }: PublicQuestionProps) {
  return (
    <>
      <h1 class="public-title">{title}</h1>
      {lead && <p class="public-lead">{lead}</p>}
      {search && (
        <search>
          <form class="public-search" action={search.action}>
            <label for={id}>{search.label}</label>
            <div>
              <input
                class="input"
                id={id}
                name={search.name}
                type="search"
                value={search.value}
                autocomplete="off"
              />
              <button class="button" data-kind="primary" type="submit">
                {search.submit}
              </button>
            </div>
          </form>
        </search>
      )}
      {children}
    </>
  );
}

/** Two columns of a public page, the first a little wider; one on a phone. */
export function PublicColumns({ children }: { children: ComponentChildren }) {
  return <div class="public-columns">{children}</div>;
}
