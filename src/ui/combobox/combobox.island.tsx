/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { matching } from './matching.ts';

/** So many rows are drawn at a time; who has more found types on. */
const MOST_ROWS = 100;

/**
 * Puts a text field and a list in the place of a select, which stays behind them and is what the form sends. The
 * field filters by every input the browser reports, so input methods may compose as they like; keys that belong to
 * a composition are never taken.
 */
class Combobox extends HTMLElement {
  #select: HTMLSelectElement | null = null;
  readonly #field = document.createElement('input');
  readonly #list = document.createElement('ul');
  readonly #status = document.createElement('p');
  #shown: HTMLOptionElement[] = [];
  #active = -1;

  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select || this.#select) return;
    this.#select = select;
    this.#build(select);
    this.#field.addEventListener('input', () => this.#open(this.#field.value));
    this.#field.addEventListener('click', () => this.#open(''));
    this.#field.addEventListener('keydown', (event) => this.#onKey(event));
    this.#field.addEventListener('blur', () => this.#settle());
    // The field keeps the focus while a row is pressed, else it would have closed the list before.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
      if (row) this.#choose(this.#shown[[...this.#list.children].indexOf(row)]);
    });
  }

  #build(select: HTMLSelectElement): void {
    const { id } = select;
    for (const name of ['aria-describedby', 'aria-invalid']) {
      const value = select.getAttribute(name);
      if (value) this.#field.setAttribute(name, value);
    }
    Object.assign(this.#field, {
      id,
      className: 'input',
      type: 'text',
      autocomplete: 'off',
      spellcheck: false,
      disabled: select.disabled,
      role: 'combobox',
      ariaAutoComplete: 'list',
      ariaExpanded: 'false',
    });
    this.#field.setAttribute('aria-controls', `${id}-list`);
    Object.assign(this.#list, {
      id: `${id}-list`,
      className: 'combobox-list',
      hidden: true,
      role: 'listbox',
    });
    this.#list.setAttribute('aria-label', select.labels[0]?.textContent ?? '');
    Object.assign(this.#status, { className: 'said', role: 'status' });
    select.id = `${id}-select`;
    select.hidden = true;
    this.append(this.#field, this.#list, this.#status);
    this.classList.add('combobox');
    this.#settle();
  }

  #open(typed: string): void {
    const options = [...(this.#select?.options ?? [])].filter((option) => option.value && !option.disabled);
    const found = matching(
      options.map((option) => option.label),
      typed,
    );
    this.#shown = found.slice(0, MOST_ROWS).flatMap((index) => options[index] ?? []);
    this.#list.replaceChildren(...this.#shown.map((option, index) => this.#row(option, index)));
    if (found.length === 0) this.#list.append(this.#emptyRow());
    this.#list.hidden = false;
    this.#field.ariaExpanded = 'true';
    this.#status.textContent =
      found.length === 0
        ? (this.dataset.none ?? '')
        : (this.dataset.found ?? '').replace('{n}', String(found.length));
    this.#activate(typed.trim() ? 0 : this.#shown.findIndex((option) => option.selected));
  }

  #row(option: HTMLOptionElement, index: number): HTMLLIElement {
    const row = document.createElement('li');
    row.id = `${this.#field.id}-option-${index}`;
    row.role = 'option';
    row.ariaSelected = 'false';
    if (option.selected) row.dataset.chosen = '';
    row.textContent = option.label;
    return row;
  }

  #emptyRow(): HTMLLIElement {
    const row = document.createElement('li');
    row.className = 'combobox-none';
    row.textContent = this.dataset.none ?? '';
    return row;
  }

  #activate(index: number): void {
    this.#list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
    this.#active = this.#shown[index] ? index : -1;
    const row = this.#list.children[this.#active];
    if (!row) return this.#field.removeAttribute('aria-activedescendant');
    row.ariaSelected = 'true';
    row.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', row.id);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.key === 'Process') return;
    const isOpen = !this.#list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) return this.#open('');
      const count = this.#shown.length;
      if (count > 0) this.#activate((this.#active + step + count) % count);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      this.#choose(this.#shown[this.#active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      this.#settle();
    }
  }

  #choose(option: HTMLOptionElement | undefined): void {
    if (!option || !this.#select) return;
    this.#select.value = option.value;
    this.#tell(this.#select);
    this.#settle();
  }

  /** What the browser says when a person chooses: whoever keeps the form hears it. */
  #tell(select: HTMLSelectElement): void {
    for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
  }

  /** Closes the list. The field shows what is chosen; emptied, it takes the choice back. */
  #settle(): void {
    const select = this.#select;
    if (!select) return;
    if (!this.#list.hidden && select.value && this.#field.value.trim() === '') {
      select.value = '';
      this.#tell(select);
    }
    const chosen = select.selectedOptions[0];
    this.#field.value = chosen?.value ? chosen.label : '';
    this.#field.placeholder = [...select.options].find((option) => !option.value)?.label ?? '';
    this.#list.hidden = true;
    this.#field.ariaExpanded = 'false';
    this.#status.textContent = '';
    this.#activate(-1);
  }
}

customElements.define('combo-box', Combobox);
