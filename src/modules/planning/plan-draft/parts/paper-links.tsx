import type { Lang } from '#platform/i18n/lang.ts';
import { LinkButton } from '#ui/button/button.tsx';
import type { PaperName } from '../../links.ts';
import { texts } from '../texts.ts';

/** One paper to take along as a file. */
export function PaperLinks({ lang, linkTo }: { lang: Lang; linkTo: (form: 'docx' | 'pdf') => string }) {
  const t = texts(lang).paper;
  return (
    <>
      <LinkButton href={linkTo('docx')} icon="download" download>
        {t.word}
      </LinkButton>
      <LinkButton href={linkTo('pdf')} icon="download" download>
        {t.pdf}
      </LinkButton>
    </>
  );
}

/** The papers that a plan or a draft gives, each on its page for printing. */
export function PaperList(props: {
  lang: Lang;
  names: readonly PaperName[];
  linkTo: (name: PaperName) => string;
}) {
  const t = texts(props.lang).paper;
  return (
    <>
      {props.names.map((name) => (
        <LinkButton key={name} href={props.linkTo(name)} icon="document">
          {t.name[name]}
        </LinkButton>
      ))}
    </>
  );
}
