import type { ComponentChildren } from 'preact';

/** Parts of an address that a GET form takes along. */
export type KeptParts = readonly (readonly [name: string, value: string])[];

/** Rows with boxes and what can be done with those that are ticked: a GET form, so it works without script. */
export function SelectionForm({
  action,
  keep,
  children,
}: {
  action: string;
  keep: KeptParts;
  children: ComponentChildren;
}) {
  return (
    <form class="selection" action={action}>
      {keep.map(([name, value], at) => (
        <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** The box of one row. `label` names the row to those who do not see where the box stands. */
export function RowCheck(props: {
  name: string;
  value: string;
  label: string;
  checked?: boolean | undefined;
}) {
  return (
    <label class="row-check" for={`${props.name}-${props.value}`}>
      <input
        id={`${props.name}-${props.value}`}
        type="checkbox"
        name={props.name}
        value={props.value}
        checked={props.checked}
      />
      <span class="said">{props.label}</span>
    </label>
  );
}

export type BulkBarProps = {
  label: string;
  /** The words before the buttons. */
  title: string;
  /** A box for all rows of the filter, also those on other pages. */
  all?: { name: string; label: string } | undefined;
  /** What is ticked at once, and how to begin anew. */
  links?: readonly { label: string; href: string }[] | undefined;
  /** Buttons that send the selection. */
  children: ComponentChildren;
};

/**
 * What can be done with the ticked rows. It comes after them and stays in sight while any is ticked; browsers that
 * cannot tell show it always.
 */
export function BulkBar({ label, title, all, links = [], children }: BulkBarProps) {
  return (
    <div class="bulk-bar" role="group" aria-label={label}>
      <p class="bulk-title">{title}</p>
      {(all !== undefined || links.length > 0) && (
        <div class="bulk-choices">
          {all && (
            <label class="choice" for={all.name}>
              <input id={all.name} type="checkbox" name={all.name} value="1" />
              <span>{all.label}</span>
            </label>
          )}
          {links.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
        </div>
      )}
      <div class="bulk-deeds">{children}</div>
    </div>
  );
}
