export type Hit = { title: string; note?: string | undefined; href: string };

/** Things that were found, each a link with what tells it from others of the same name. */
export function HitList({ hits }: { hits: readonly Hit[] }) {
  return (
    <ul class="hit-list">
      {hits.map((hit) => (
        <li key={hit.href + hit.title}>
          <a class="hit" href={hit.href}>
            <span>{hit.title}</span>
            {hit.note && <small>{hit.note}</small>}
          </a>
        </li>
      ))}
    </ul>
  );
}
