import type { Lang } from '#platform/i18n/lang.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { texts } from '../texts.ts';

/** The plan as an official paper to take along. */
export function PaperLinks(props: { lang: Lang; href: (file: 'van-ban.docx' | 'van-ban.pdf') => string }) {
  const t = texts(props.lang).paper;
  return (
    <>
      <LinkButton href={props.href('van-ban.docx')} icon="download" download>
        {t.word}
      </LinkButton>
      <LinkButton href={props.href('van-ban.pdf')} icon="download" download>
        {t.pdf}
      </LinkButton>
    </>
  );
}
