import { Icon, type IconName } from '../icon/icon.tsx';
import { keptMarkup } from '../table/kept-markup.ts';

export type NavChild = {
  label: string;
  href: string;
  count?: number | undefined;
  /** `page` is the page itself, `true` a place the page lies under. */
  current?: 'page' | 'true' | undefined;
  /** The letter that opens it after `g`. */
  goKey?: string | undefined;
};

export type NavItem = NavChild & {
  icon: IconName;
  /** What the count counts, said after it. */
  countLabel?: string | undefined;
  /** Shown under the item, usually only for the area one is in. */
  children?: readonly NavChild[] | undefined;
};

type StaffNavProps = {
  label: string;
  items: readonly NavItem[];
  adminItems?: readonly NavItem[] | undefined;
};

/**
 * The areas of work with the work open in each. A sidebar on a desk; behind the menu button where room is
 * under 900 px: as a popover, or as the target of a link in browsers without popovers.
 */
export function StaffNav({ label, items, adminItems }: StaffNavProps) {
  return (
    <nav class="staff-nav" id="nav" popover="auto" aria-label={label}>
      <NavList items={items} />
      {adminItems && adminItems.length > 0 && <NavList items={adminItems} isApart />}
    </nav>
  );
}

function NavList({ items, isApart }: { items: readonly NavItem[]; isApart?: boolean }) {
  return (
    <ul class={isApart ? 'nav-list nav-apart' : 'nav-list'}>
      {items.map((item) => (
        <li key={item.href} dangerouslySetInnerHTML={{ __html: itemMarkup(item) }} />
      ))}
    </ul>
  );
}

/** Every page shows the same areas, so what one looks like is drawn once. */
function itemMarkup(item: NavItem): string {
  return keptMarkup(`nav ${JSON.stringify(item)}`, () => <NavArea item={item} />).text;
}

function NavArea({ item }: { item: NavItem }) {
  return (
    <>
      <a class="nav-link" href={item.href} aria-current={item.current} data-go={item.goKey}>
        <Icon name={item.icon} />
        <span>{item.label}</span>
        <NavCount count={item.count} label={item.countLabel} />
      </a>
      {item.children && item.children.length > 0 && (
        <ul class="nav-children">
          {item.children.map((child) => (
            <li key={child.href}>
              <a class="nav-link" href={child.href} aria-current={child.current} data-go={child.goKey}>
                <span>{child.label}</span>
                <NavCount count={child.count} label={undefined} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function NavCount({ count, label }: { count: number | undefined; label: string | undefined }) {
  if (!count) return null;
  return (
    <span class="nav-count">
      {count}
      {label && <span class="said"> {label}</span>}
    </span>
  );
}
