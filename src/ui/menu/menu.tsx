import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

type MenuWordsProps = {
  label: string;
  icon?: IconName | undefined;
  note?: string | undefined;
  /** The column of a board to which it leads: a card that is dragged there presses it. */
  to?: string | undefined;
};
type MenuLinkItem = MenuWordsProps & {
  href: string;
  formAction?: undefined;
  /** The letter that opens it after `g`. */
  goKey?: string | undefined;
};
type MenuFormItem = MenuWordsProps & {
  formAction: string;
  fields?: Readonly<Record<string, string>> | undefined;
};

/** Nothing to press: `note` says why not. */
type MenuBlockedItem = MenuWordsProps & { isBlocked: true; href?: undefined; formAction?: undefined };

/** A link, a form of one button that posts `fields` to `formAction`, or what cannot be done now. */
export type MenuItem = MenuLinkItem | MenuFormItem | MenuBlockedItem;

export type MenuProps = {
  /** Name of the menu, only where what opens it is a mere drawing. */
  label?: string | undefined;
  opener: ComponentChildren;
  items: readonly MenuItem[];
  align?: 'start' | 'end' | undefined;
};

/** A few acts folded behind one opener; opens and closes without script. */
export function Menu({ label, opener, items, align = 'end' }: MenuProps) {
  return (
    <details class="menu" data-align={align}>
      <summary class="menu-opener" aria-label={label}>
        {opener}
      </summary>
      <ul class="menu-items">
        {items.map((item) => (
          <li key={item.label}>
            <MenuEntry item={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function MenuEntry({ item }: { item: MenuItem }) {
  if (item.formAction !== undefined) return <MenuForm item={item} />;
  if (item.href !== undefined) return <MenuLink item={item} />;
  return (
    <p class="menu-item" data-blocked>
      <MenuWords item={item} />
    </p>
  );
}

function MenuLink({ item }: { item: MenuLinkItem }) {
  return (
    <a class="menu-item" href={item.href} data-go={item.goKey} data-to={item.to}>
      <MenuWords item={item} />
    </a>
  );
}

function MenuForm({ item }: { item: MenuFormItem }) {
  return (
    <form method="post" action={item.formAction}>
      {Object.entries(item.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class="menu-item" type="submit" data-to={item.to}>
        <MenuWords item={item} />
      </button>
    </form>
  );
}

function MenuWords({ item }: { item: MenuWordsProps }) {
  return (
    <>
      {item.icon && <Icon name={item.icon} />}
      <span>
        {item.label}
        {item.note && <small>{item.note}</small>}
      </span>
    </>
  );
}
