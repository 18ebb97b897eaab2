import type { VNode } from 'preact';
import { signInLink } from '#modules/directory/links.ts';
import { communeLink } from '#modules/planning/links.ts';
import { communesLink } from '#modules/portal/links.ts';
import type { PageReply } from '#platform/http/reply.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import { PublicFrame } from '#ui/public-frame/public-frame.tsx';
import type { Assets } from './assets.ts';
import { documentHead } from './document-head.ts';
import { languageSwitch, themes } from './staff-shell.tsx';
import { texts } from './texts.ts';
import type { Theme } from './theme.ts';

export interface PublicShell {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly address: string;
  /** The commune whose page it is; undefined on pages about all of them. */
  readonly tenant: TenantRef | undefined;
}

/** A page for everyone inside the public frame. */
export function publicDocument(assets: Assets, shell: PublicShell, reply: PageReply): VNode {
  const t = texts(shell.lang);
  const { tenant } = shell;
  return (
    <PublicFrame
      {...documentHead(assets, shell, 'public.css')}
      lang={shell.lang}
      title={tenant ? `${reply.title} · ${tenant.name}` : reply.title}
      tenant={
        tenant
          ? { kind: t.publicKind, name: tenant.name, href: communeLink(tenant.slug) }
          : { name: t.product, href: communesLink }
      }
      demoNote={tenant?.isDemo ? t.demoNote : undefined}
      nav={[
        { label: t.publicNav.communes, href: communesLink, isCurrent: reply.current === communesLink },
        { label: t.publicNav.signIn, href: signInLink() },
      ]}
      languageSwitch={languageSwitch(t, shell)}
      breadcrumb={reply.crumbs}
      footer={[
        { title: t.footerAbout, lines: [t.footerLine] },
        { title: t.themes.title, links: themes(t, shell) },
      ]}
      labels={{ skip: t.skip, nav: t.nav, breadcrumb: t.breadcrumb }}
    >
      {reply.body}
    </PublicFrame>
  );
}
