import type { ComponentChildren } from 'preact';

export type PageHeadProps = {
  title: string;
  count?: number | string | undefined;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  /** State, code and other short facts in one line under the title. */
  line?: ComponentChildren;
  /** Printed only: who printed what, and when. */
  printNote?: readonly string[] | undefined;
};

/** The heading of a page: its one h1, what it counts, and what one can do with the whole. */
export function PageHead(props: PageHeadProps) {
  return (
    <>
      {props.printNote && (
        <p class="print-note">
          {props.printNote.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </p>
      )}
      <div class="page-head">
        <div class="page-head-words">
          <h1>
            {props.title}
            {props.count !== undefined && <span class="page-head-count"> {props.count}</span>}
          </h1>
          {props.lead && <p class="page-head-lead">{props.lead}</p>}
          {props.line && <div class="page-head-line">{props.line}</div>}
        </div>
        {props.actions && <div class="button-row">{props.actions}</div>}
      </div>
    </>
  );
}

export type SectionHeadProps = {
  id: string;
  title: string;
  note?: ComponentChildren;
  link?: { label: string; href: string } | undefined;
};

/** The heading of a part of the page that has no box of its own. */
export function SectionHead({ id, title, note, link }: SectionHeadProps) {
  return (
    <div class="section-head">
      <h2 id={id}>{title}</h2>
      {note && <p>{note}</p>}
      {link && <a href={link.href}>{link.label}</a>}
    </div>
  );
}
