/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { isComposing, isForField, pressShortcut } from './shortcuts.ts';

/** How long the second key of two may be waited for. */
const secondKeyMs = 1_500;

export interface PageKeyDeeds {
  /** Opens the palette of everything that can be found. */
  readonly find: () => void;
  /** Opens the help about keys. */
  readonly help: () => void;
}

/**
 * Listens to the keys that work on every page: Ctrl K finds; and, where the person has not turned plain keys off, `/`
 * finds, `?` helps, `g` and a letter goes to an area of the menu, `j` `k` `x` walk and choose the rows of a list, and
 * letters press what carries them. Nothing happens in a field, in a dialog, or under an input method.
 */
export function listenToPageKeys(deeds: PageKeyDeeds): void {
  let goUntil = 0;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isComposing(event)) return;
    const isHeld = event.ctrlKey || event.metaKey || event.altKey;
    if (isFind(event) && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      return deeds.find();
    }
    if (isHeld || isForField(event) || event.key.length !== 1 || hasPlainKeysOff()) return;
    const isSecond = event.timeStamp < goUntil;
    goUntil = 0;
    if (!isSecond && event.key === 'g') goUntil = event.timeStamp + secondKeyMs;
    else if (!(isSecond ? goTo(event.key) : press(event.key, deeds))) return;
    event.preventDefault();
  });
}

function isFind(event: KeyboardEvent): boolean {
  return (
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    !event.repeat &&
    event.key.toLowerCase() === 'k'
  );
}

function hasPlainKeysOff(): boolean {
  return document.body.dataset.plainKeys === 'off';
}

function goTo(letter: string): boolean {
  const link = document.querySelector<HTMLElement>(`a[data-go="${CSS.escape(letter)}"]`);
  link?.click();
  return link !== null;
}

function press(key: string, deeds: PageKeyDeeds): boolean {
  switch (key) {
    case '/':
      deeds.find();
      return true;
    case '?':
      deeds.help();
      return true;
    case 'j':
      return walk(1);
    case 'k':
      return walk(-1);
    case 'x':
      return choose();
    default:
      return /^\p{Ll}$/u.test(key) && pressShortcut(document, key.toUpperCase());
  }
}

/** Moves the keyboard to the row after or before the one it is in: to what Enter opens, a fold or its first link. */
function walk(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  const target = row?.querySelector<HTMLElement>('summary, a[href], button') ?? row;
  target?.focus();
  row?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Selects the row in which the keyboard is, or lets it go again. */
function choose(): boolean {
  const row = document.activeElement?.closest('main [data-row]');
  const box = row?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  box?.click();
  return Boolean(box);
}
