import type { ComponentChildren } from 'preact';
import { DemoBand } from '../demo-band/demo-band.tsx';
import { DocumentHead, type DocumentHeadProps } from '../document-head/document-head.tsx';
import { Breadcrumb, type Crumb } from '../breadcrumb/breadcrumb.tsx';
import { Flash, type FlashProps } from '../flash/flash.tsx';
import { KeyHelp } from '../key-map/key-map.tsx';
import { Palette, type PaletteProps } from '../palette/palette.tsx';
import { SkipLink } from '../skip-link/skip-link.tsx';
import { StaffBar, type StaffBarProps } from './staff-bar.tsx';
import { type NavItem, StaffNav } from './staff-nav.tsx';

export type { NavChild, NavItem } from './staff-nav.tsx';

export type StaffFrameProps = StaffBarProps &
  DocumentHeadProps & {
    lang: string;
    /** Words of the band that marks invented data; left out where data is real. */
    demoNote?: string | undefined;
    nav: readonly NavItem[];
    adminNav?: readonly NavItem[] | undefined;
    flash?: FlashProps | undefined;
    breadcrumb?: readonly Crumb[] | undefined;
    labels: StaffBarProps['labels'] & { skip: string; nav: string; breadcrumb: string };
    /** What the keys open; left out, the page has none of it. */
    palette?: PaletteProps | undefined;
    keyHelp?: { href: string; title: string; close: string } | undefined;
    /** False where the person has turned the keys of one letter off. */
    hasPlainKeys?: boolean | undefined;
    /** Lists with sources beside them use the whole window. */
    isWide?: boolean | undefined;
    children: ComponentChildren;
  };

/** The whole HTML document of a page for officers; the caller puts the doctype before it. */
export function StaffFrame(props: StaffFrameProps) {
  const { labels } = props;
  return (
    <html lang={props.lang} data-theme={props.theme}>
      <DocumentHead {...props} />
      <body class="staff" data-plain-keys={props.hasPlainKeys === false ? 'off' : undefined}>
        <SkipLink label={labels.skip} />
        {props.demoNote && <DemoBand text={props.demoNote} />}
        <StaffBar {...props} />
        <div class="staff-shell">
          <StaffNav label={labels.nav} items={props.nav} adminItems={props.adminNav} />
          <main class="staff-main" id="main" tabindex={-1} data-wide={props.isWide || undefined}>
            {props.flash && <Flash {...props.flash} />}
            {props.breadcrumb && <Breadcrumb label={labels.breadcrumb} crumbs={props.breadcrumb} />}
            {props.children}
          </main>
        </div>
        {props.palette && <Palette {...props.palette} />}
        {props.keyHelp && <KeyHelp {...props.keyHelp} />}
      </body>
    </html>
  );
}
