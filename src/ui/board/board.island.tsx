/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Lets cards be dragged with a mouse. Dropping one presses the entry of its own menu that leads to that column, so that
 * rights and rules are asked where they always are; without such an entry the board says why the card stays.
 */
class BoardDrag {
  #card: HTMLElement | null = null;

  listen(): void {
    // On a touch screen dragging would take the place of scrolling.
    if (!matchMedia('(pointer: fine)').matches) return;
    for (const card of document.querySelectorAll<HTMLElement>('[data-card]')) card.draggable = true;
    document.addEventListener('dragstart', (event) => this.#begin(event));
    document.addEventListener('dragover', (event) => this.#over(event));
    document.addEventListener('drop', (event) => this.#drop(event));
    document.addEventListener('dragend', () => this.#end());
  }

  #begin(event: DragEvent): void {
    const card = closest(event.target, '[data-card]');
    if (!card) return;
    this.#card = card;
    card.dataset.dragged = '';
    event.dataTransfer?.setData('text/plain', card.dataset.card ?? '');
  }

  #over(event: DragEvent): void {
    const column = this.#card && closest(event.target, '[data-column]');
    for (const other of document.querySelectorAll<HTMLElement>('[data-column][data-over]'))
      if (other !== column) delete other.dataset.over;
    if (!column) return;
    event.preventDefault();
    column.dataset.over = '';
  }

  #drop(event: DragEvent): void {
    const card = this.#card;
    const column = card && closest(event.target, '[data-column]');
    if (!card || !column) return;
    event.preventDefault();
    const from = closest(card, '[data-column]');
    if (from && from !== column) this.#move(card, from, column);
  }

  #move(card: HTMLElement, from: HTMLElement, to: HTMLElement): void {
    const entry = card.querySelector<HTMLElement>(
      `a[data-to="${to.dataset.column}"], button[data-to="${to.dataset.column}"]`,
    );
    if (entry) {
      entry.click();
      return;
    }
    const board = closest(card, '.board');
    const said = document.querySelector('[data-board-said]');
    const hasWay = from.dataset.leads?.split(' ').includes(to.dataset.column ?? '') ?? false;
    const words = (hasWay ? board?.dataset.rightless : board?.dataset.wayless) ?? '';
    if (said)
      said.textContent = words
        .replace('{a}', from.dataset.title ?? '')
        .replace('{b}', to.dataset.title ?? '');
  }

  #end(): void {
    if (this.#card) delete this.#card.dataset.dragged;
    this.#card = null;
    for (const column of document.querySelectorAll<HTMLElement>('[data-column][data-over]'))
      delete column.dataset.over;
  }
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

new BoardDrag().listen();
