import { Icon } from '../icon/icon.tsx';
import { Menu, type MenuItem } from '../menu/menu.tsx';
import { Person } from '../person/person.tsx';
import { Seal } from '../seal/seal.tsx';

export type StaffBarProps = {
  product: string;
  tenantName: string;
  homeHref: string;
  search?:
    | {
        action: string;
        name: string;
        label: string;
        value?: string | undefined;
        placeholder?: string | undefined;
        shortcut?: string | undefined;
      }
    | undefined;
  /** `label` says the count too, since the number in the badge is drawn only. */
  notifications?: { href: string; label: string; count: number } | undefined;
  person: { name: string; unitName: string; menu: readonly MenuItem[] };
  languageSwitch?: { label: string; href: string; lang: string } | undefined;
  labels: { menu: string; personMenu: string };
};

/** Top of a staff page: where one is, search, what is new, who one is. Id of the menu it opens: `nav`. */
export function StaffBar(props: StaffBarProps) {
  const { search, notifications, person, languageSwitch, labels } = props;
  return (
    <header class="staff-bar">
      <div class="staff-bar-place">
        <button class="icon-button menu-button" type="button" popovertarget="nav" aria-label={labels.menu}>
          <Icon name="menu" />
        </button>
        <a class="icon-button menu-link" href="#nav" aria-label={labels.menu}>
          <Icon name="menu" />
        </a>
        <a class="staff-brand" href={props.homeHref}>
          <Seal size="brand" />
          <span>
            {props.product}
            <small>{props.tenantName}</small>
          </span>
        </a>
      </div>
      {search && (
        <search class="staff-search">
          <form action={search.action}>
            <label class="said" for="site-search">
              {search.label}
            </label>
            <Icon name="search" />
            <input
              id="site-search"
              name={search.name}
              type="search"
              value={search.value}
              placeholder={search.placeholder}
              autocomplete="off"
            />
            {search.shortcut && <kbd aria-hidden="true">{search.shortcut}</kbd>}
          </form>
        </search>
      )}
      <div class="staff-tools">
        {languageSwitch && (
          <a
            class="staff-language"
            href={languageSwitch.href}
            hreflang={languageSwitch.lang}
            lang={languageSwitch.lang}
          >
            {languageSwitch.label}
          </a>
        )}
        {notifications && (
          <a class="icon-button" href={notifications.href} aria-label={notifications.label}>
            <Icon name="bell" />
            {notifications.count > 0 && (
              <span class="badge" aria-hidden="true">
                {notifications.count}
              </span>
            )}
          </a>
        )}
        <Menu
          opener={
            <>
              <span class="said">{labels.personMenu}: </span>
              <Person name={person.name} note={person.unitName} />
            </>
          }
          items={person.menu}
        />
      </div>
    </header>
  );
}
