import type { DocumentHeadProps } from '#ui/document-head/document-head.tsx';
import type { Assets } from './assets.ts';
import { manifestPath } from './manifest.ts';
import type { Theme } from './theme.ts';

/** What the head of every page has in common: its theme, its style sheet, and how a phone keeps the product. */
export function documentHead(
  assets: Assets,
  shell: { theme: Theme },
  stylesheet: 'staff.css' | 'public.css' = 'staff.css',
): Pick<DocumentHeadProps, 'theme' | 'stylesheetHref' | 'manifest'> {
  return {
    theme: shell.theme === 'system' ? undefined : shell.theme,
    stylesheetHref: assets.href(stylesheet),
    manifest: { href: manifestPath, touchIconHref: assets.href('icon-192.png') },
  };
}
