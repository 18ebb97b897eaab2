/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** The dialog that says what the keys do: those of the open page first. Without an answer, the page of all keys opens. */
export class KeyHelpDialog {
  readonly #dialog: HTMLDialogElement;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    dialog.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target === dialog || target?.closest('[data-close]')) dialog.close();
    });
  }

  /** Shows the keys; they are fetched the first time. */
  async open(): Promise<void> {
    const body = this.#dialog.querySelector('.key-help-body');
    const href = this.#dialog.dataset.href ?? '';
    if (body && body.childElementCount === 0) {
      const map = await fetchMap(href);
      if (!map) return location.assign(href);
      body.replaceChildren(map);
    }
    if (body) ownKeysFirst(body);
    if (!document.querySelector('dialog[open]')) this.#dialog.showModal();
  }
}

async function fetchMap(href: string): Promise<Element | null> {
  try {
    const answer = await fetch(href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('[data-key-map]');
  } catch {
    return null;
  }
}

/** Groups for what the page has stand before all, and those for what it lacks are left out. */
function ownKeysFirst(body: Element): void {
  for (const group of body.querySelectorAll<HTMLElement>('[data-where]')) {
    const isHere = document.querySelector(group.dataset.where ?? '') !== null;
    group.hidden = !isHere;
    if (isHere) group.parentElement?.prepend(group);
  }
}
