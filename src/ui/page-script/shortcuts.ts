/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Keys that a text field needs itself; with Ctrl or Alt, or F-keys, they are the page's. */
const typing =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="listbox"]';
const answersToEnter = `${typing}, a, button, summary, input`;
/** The old number of a key that an input method works on: Safari says it in no other way. */
const underInputMethod = 229;

/** The key combination of an event as `aria-keyshortcuts` writes it: `Control+ArrowUp`, `Enter`, `F2`. */
export function combinationOf(event: KeyboardEvent): string {
  const held = [
    event.ctrlKey || event.metaKey ? 'Control' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ];
  return [...held, event.key.length === 1 ? event.key.toUpperCase() : event.key].filter(Boolean).join('+');
}

/** True while an input method composes a letter: such presses are nobody's but its own. */
export function isComposing(event: KeyboardEvent): boolean {
  const { keyCode } = event as { readonly keyCode?: number };
  return (
    event.isComposing ||
    keyCode === underInputMethod ||
    ['Process', 'Dead', 'Unidentified'].includes(event.key)
  );
}

/**
 * True when a key press is meant for the field in which it happens, for a dialog that is open, or belongs to the typing
 * of a Vietnamese letter: input methods compose with plain letters, and browsers mark those presses.
 */
export function isForField(event: KeyboardEvent): boolean {
  if (isComposing(event) || document.querySelector('dialog[open]')) return true;
  const target = event.target instanceof Element ? event.target : null;
  const isHeld = event.ctrlKey || event.metaKey || event.altKey;
  if (/^F\d+$/.test(event.key)) return false;
  if (target?.closest(typing)) return !isHeld || /^[ACVXYZ]$/i.test(event.key) || isCaretMove(event);
  return event.key === 'Enter' && !isHeld && target?.closest(answersToEnter) !== null && target !== null;
}

function isCaretMove(event: KeyboardEvent): boolean {
  return /^Arrow(Left|Right)$/.test(event.key);
}

/** Presses what carries the shortcut. True when there was such a thing, so that the browser does nothing more. */
export function pressShortcut(root: ParentNode, combination: string): boolean {
  const found = [...root.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find((element) =>
    element.getAttribute('aria-keyshortcuts')?.split(' ').includes(combination),
  );
  found?.click();
  return found !== undefined;
}
