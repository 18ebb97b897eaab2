import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

export type LinkProps = {
  href: string;
  children: ComponentChildren;
  /** Language of what it leads to, where that is another one. */
  lang?: string | undefined;
  /** Leads to another site: says so after the words, to everybody. */
  outside?: { label: string } | undefined;
};

/** Goes somewhere. Words say where to, never "here". */
export function Link({ href, children, lang, outside }: LinkProps) {
  return (
    <a class="link" href={href} hreflang={lang} rel={outside && 'noopener noreferrer'}>
      {children}
      {outside && (
        <>
          <span class="said"> ({outside.label})</span>
          <Icon name="outside" size="small" />
        </>
      )}
    </a>
  );
}

export type FileLinkProps = {
  href: string;
  name: string /** Kind and size, such as `Word, 48 kB`. */;
  note: string;
};

/** Fetches a file; says before what it is and how heavy. */
export function FileLink({ href, name, note }: FileLinkProps) {
  return (
    <a class="link file-link" href={href} download>
      <Icon name="download" size="small" />
      <span>
        {name} <small>{note}</small>
      </span>
    </a>
  );
}
