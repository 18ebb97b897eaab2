export type KeyGroup = {
  title: string;
  /** A selector of what a page has when these keys work on it; absent for keys that work everywhere. */
  where?: string | undefined;
  note?: string | undefined;
  keys: readonly { keys: string; meaning: string }[];
};

/** What the keys do, group by group. Keys pressed one after the other or together stand as people read them. */
export function KeyMap({ groups, level = 2 }: { groups: readonly KeyGroup[]; level?: 2 | 3 | undefined }) {
  const Heading = level === 3 ? 'h3' : 'h2';
  return (
    <div class="key-map" data-key-map>
      {groups.map((group) => (
        <section key={group.title} data-where={group.where}>
          <Heading>{group.title}</Heading>
          {group.note && <p class="note">{group.note}</p>}
          <dl>
            {group.keys.map(({ keys, meaning }) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** An empty dialog into which the script of a page puts the keys of that page. */
export function KeyHelp({ href, title, close }: { href: string; title: string; close: string }) {
  return (
    <dialog class="key-help" id="key-help" aria-labelledby="key-help-title" data-href={href}>
      <header>
        <h2 id="key-help-title">{title}</h2>
        <button class="button" type="button" data-close>
          {close}
        </button>
      </header>
      <div class="key-help-body" tabindex={0} role="region" aria-labelledby="key-help-title" />
    </dialog>
  );
}
