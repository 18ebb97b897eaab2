export type Crumb = { label: string; href?: string | undefined };

export type BreadcrumbProps = { label: string; crumbs: readonly Crumb[] };

/** Where this page stands; the last crumb is the page itself and has no address. */
export function Breadcrumb({ label, crumbs }: BreadcrumbProps) {
  return (
    <nav class="breadcrumb" aria-label={label}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb.label}>
            {crumb.href ? (
              <a href={crumb.href}>{crumb.label}</a>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
