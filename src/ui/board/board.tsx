import type { ComponentChildren } from 'preact';

export type BoardCard = {
  key: string;
  title: string;
  href: string;
  /** What is short to say of it, each on a line of its own. */
  facts: readonly string[];
  /** What presses: a clock, a tag. */
  state?: ComponentChildren;
  /** A menu of the ways on; entries that lead to another column name it by `to`. */
  moves?: ComponentChildren;
};

export type BoardColumn = {
  key: string;
  title: string;
  /** How many things stand here, all of them; a link to the whole list. */
  count: string;
  href: string;
  /** What the count's link is called to those who only hear it. */
  countLabel: string;
  cards: readonly BoardCard[];
  /** The way to those that are not drawn. */
  more?: string | undefined;
  /** Keys of the columns to which things here can go at all. */
  leadsTo: readonly string[];
};

export type BoardProps = {
  /** Unique on the page: ids of the columns begin with it. */
  id: string;
  label: string;
  columns: readonly BoardColumn[];
  /** Said of a column without things. */
  emptyLabel: string;
  /** Why a thing that was dragged stays: `{a}` and `{b}` stand for the titles of the columns. */
  refused: { wayless: string; rightless: string };
};

/**
 * Things in columns by where they stand. Each goes on by the entries of its menu; where a script runs
 * (`board.island.ts`), dragging a card presses the entry that leads there, and says why where there is none.
 */
export function Board({ id, label, columns, emptyLabel, refused }: BoardProps) {
  return (
    <div class="board-room">
      <p class="board-said" role="status" data-board-said />
      <section
        class="board"
        aria-label={label}
        tabIndex={0}
        data-wayless={refused.wayless}
        data-rightless={refused.rightless}
      >
        {columns.map((column) => (
          <section
            key={column.key}
            class="board-column"
            id={`${id}-${column.key}`}
            aria-labelledby={`${id}-${column.key}-title`}
            data-column={column.key}
            data-title={column.title}
            data-leads={column.leadsTo.join(' ')}
            data-empty={column.cards.length === 0 || undefined}
          >
            <header>
              <h2 id={`${id}-${column.key}-title`}>{column.title}</h2>
              <a href={column.href} aria-label={column.countLabel}>
                {column.count}
              </a>
            </header>
            {column.cards.length === 0 ? (
              <p class="board-empty">{emptyLabel}</p>
            ) : (
              <ul>
                {column.cards.map((card) => (
                  <Card key={card.key} card={card} />
                ))}
              </ul>
            )}
            {column.more && (
              <a class="board-more" href={column.href}>
                {column.more}
              </a>
            )}
          </section>
        ))}
      </section>
    </div>
  );
}

function Card({ card }: { card: BoardCard }) {
  return (
    <li class="board-card" data-card={card.key}>
      <a href={card.href} draggable={false}>
        {card.title}
      </a>
      {card.facts.map((fact) => (
        <small key={fact}>{fact}</small>
      ))}
      {card.state}
      {card.moves}
    </li>
  );
}
