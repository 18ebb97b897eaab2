import type { VNode } from 'preact';
import { communesLink } from '#modules/portal/links.ts';
import type { Flash as FlashText, PageReply } from '#platform/http/reply.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Flash } from '#ui/flash/flash.tsx';
import { PlainFrame } from '#ui/plain-frame/plain-frame.tsx';
import { Quote } from '#ui/quote/quote.tsx';
import type { Assets } from './assets.ts';
import { documentHead } from './document-head.ts';
import { languageSwitch } from './staff-shell.tsx';
import { type Texts, texts } from './texts.ts';
import type { Theme } from './theme.ts';

export interface PlainShell {
  readonly lang: Lang;
  readonly theme: Theme;
  /** Where the language switch leads back to; a page that answers a POST has none. */
  readonly address: string | undefined;
  readonly flash?: FlashText | undefined;
}

/** A page with one thing on it. */
export function plainDocument(
  assets: Assets,
  shell: PlainShell,
  page: Pick<PageReply, 'title' | 'body' | 'scripts'>,
): VNode {
  const t = texts(shell.lang);
  const { address } = shell;
  return (
    <PlainFrame
      {...documentHead(assets, shell)}
      lang={shell.lang}
      title={`${page.title} · ${t.product}`}
      product={t.product}
      homeHref={communesLink}
      languageSwitch={address ? languageSwitch(t, { lang: shell.lang, address }) : undefined}
      labels={{ skip: t.skip }}
      scripts={page.scripts?.map((name) => assets.href(name))}
    >
      {shell.flash && <Flash {...shell.flash} />}
      {page.body}
    </PlainFrame>
  );
}

export type Trouble = Exclude<keyof Texts['errors'], 'home' | 'requestId' | 'typed'>;

/** About these somebody calls for help and reads out the reference. */
const troublesToReport: ReadonlySet<Trouble> = new Set<Trouble>(['fault', 'unavailable', 'diskFull']);

/** Says in a sentence what went wrong and what to do; a fault also gives its reference.
 *  @param typed what the person had typed, to be copied from here */
export function troubleDocument(
  assets: Assets,
  shell: PlainShell,
  trouble: Trouble,
  requestId: string,
  typed: readonly string[] = [],
): VNode {
  const t = texts(shell.lang).errors;
  return plainDocument(assets, shell, {
    title: t[trouble].title,
    body: (
      <>
        <h1>{t[trouble].title}</h1>
        <p>{t[trouble].text}</p>
        {typed.length > 0 && <h2>{t.typed}</h2>}
        {typed.map((words) => (
          <Quote>
            {words.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </Quote>
        ))}
        {troublesToReport.has(trouble) && <p>{t.requestId(requestId)}</p>}
        <p>
          <a href={communesLink}>{t.home}</a>
        </p>
      </>
    ),
  });
}
