import type { ComponentChildren } from 'preact';

export type PanelProps = {
  /** Unique on the page; the title gets `<id>-title`. */
  id: string;
  title: string;
  /** How many things the panel holds, said lightly after the title. */
  count?: number | string | undefined;
  note?: ComponentChildren;
  actions?: ComponentChildren;
  footer?: ComponentChildren;
  /** Tables and lists reach the edges; text and forms keep a margin. */
  isFlush?: boolean | undefined;
  level?: 2 | 3 | undefined;
  children: ComponentChildren;
};

/** A titled box: one body of the page on its own surface. */
export function Panel(props: PanelProps) {
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <section class="panel" id={props.id} aria-labelledby={`${props.id}-title`}>
      <header class="panel-head">
        <Heading id={`${props.id}-title`}>
          {props.title}
          {props.count !== undefined && <span class="panel-count"> {props.count}</span>}
        </Heading>
        {props.note && <p class="panel-note">{props.note}</p>}
        {props.actions}
      </header>
      {props.isFlush ? props.children : <div class="panel-body">{props.children}</div>}
      {props.footer && <footer class="panel-foot">{props.footer}</footer>}
    </section>
  );
}
