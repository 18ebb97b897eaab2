/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { recentPages } from './recent-pages.ts';
import { isComposing } from './shortcuts.ts';

const waitMs = 120;
const slowMs = 400;
const patienceMs = 8_000;

interface Hit {
  readonly title: string;
  readonly note?: string | null;
  readonly href: string;
}

interface Answer {
  readonly said: string;
  readonly groups: readonly { readonly title: string; readonly hits: readonly Hit[] }[];
}

/**
 * The dialog that finds and opens anything: a field whose answers are a list below it. Arrows choose, Enter opens, Escape
 * closes and gives the keyboard back. Answers to words that are no longer typed are dropped.
 */
export class PaletteDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #said: HTMLElement;
  #timer = 0;
  #running: AbortController | undefined;
  /** The words to which the list is the answer. */
  #answered: string | undefined;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    this.#input = part(dialog, '[role="combobox"]') as HTMLInputElement;
    this.#list = part(dialog, '[role="listbox"]');
    this.#said = part(dialog, '[role="status"]');
    this.#input.addEventListener('input', () => this.#askSoon());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    dialog.addEventListener('click', (event) => this.#onClick(event));
    dialog.addEventListener('close', () => this.#forget());
  }

  /** Shows the dialog, empty, with the keyboard in its field. */
  open(): void {
    this.#dialog.showModal();
    this.#input.value = '';
    this.#input.focus();
    void this.#ask();
  }

  #onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#choose(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      const chosen = this.#isAnswered() ? this.#chosen() : undefined;
      if (!chosen && this.#input.value.trim() !== '') return;
      event.preventDefault();
      chosen?.click();
    }
  }

  #onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const isAway = target === this.#dialog || target?.closest('[data-close]');
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isAway || (isPlain && target?.closest('[role="option"]'))) this.#dialog.close();
  }

  #askSoon(): void {
    window.clearTimeout(this.#timer);
    this.#running?.abort();
    this.#timer = window.setTimeout(() => void this.#ask(), waitMs);
  }

  async #ask(): Promise<void> {
    const typed = this.#input.value.trim();
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const slow = window.setTimeout(() => this.#say(this.#dialog.dataset.searching ?? ''), slowMs);
    const late = window.setTimeout(() => running.abort('late'), patienceMs);
    try {
      const address = new URL(this.#dialog.dataset.href ?? '', location.href);
      address.searchParams.set('q', typed);
      const answer = await fetch(address, {
        signal: running.signal,
        headers: { accept: 'application/json' },
      });
      if (!answer.ok || answer.redirected) throw new Error(`the answer was ${answer.status}`);
      const found = (await answer.json()) as Answer;
      if (running === this.#running && this.#dialog.open) this.#show(typed, found);
    } catch {
      const isStale =
        running !== this.#running || (running.signal.aborted && running.signal.reason !== 'late');
      if (!isStale && this.#dialog.open) this.#fail();
    } finally {
      window.clearTimeout(slow);
      window.clearTimeout(late);
    }
  }

  #show(typed: string, answer: Answer): void {
    const recent = typed === '' ? recentPages(this.#dialog.dataset.person ?? '') : [];
    const groups = [
      ...(recent.length > 0 ? [{ title: this.#dialog.dataset.recent ?? '', hits: recent }] : []),
      ...answer.groups,
    ];
    this.#list.replaceChildren(...groups.map((group, index) => drawGroup(group, `palette-${index}`)));
    this.#answered = typed;
    this.#say(answer.said);
    this.#input.setAttribute('aria-expanded', String(groups.length > 0));
    this.#mark(this.#options()[0]);
    this.#list.scrollTop = 0;
  }

  /** Says that there is no answer; Enter and the link lead to the page that searches. */
  #fail(): void {
    const page = new URL(this.#input.form?.action ?? '', location.href);
    page.searchParams.set(this.#input.name, this.#input.value);
    const link = document.createElement('a');
    link.href = page.href;
    link.textContent = this.#dialog.dataset.asPage ?? '';
    this.#clear();
    this.#say(this.#dialog.dataset.failed ?? '');
    this.#said.append(' ', link);
  }

  #clear(): void {
    this.#list.replaceChildren();
    this.#answered = undefined;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#mark(undefined);
  }

  #forget(): void {
    window.clearTimeout(this.#timer);
    this.#running?.abort();
    this.#clear();
    this.#say('');
  }

  #say(words: string): void {
    this.#said.textContent = words;
  }

  #isAnswered(): boolean {
    return this.#answered === this.#input.value.trim();
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #chosen(): HTMLElement | undefined {
    return this.#options().find((option) => option.getAttribute('aria-selected') === 'true');
  }

  #choose(by: 1 | -1): void {
    const options = this.#options();
    const at = options.findIndex((option) => option === this.#chosen());
    this.#mark(options[(at + by + options.length) % options.length]);
  }

  #mark(option: HTMLElement | undefined): void {
    this.#chosen()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }
}

function part(dialog: HTMLElement, selector: string): HTMLElement {
  const found = dialog.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the palette has no ${selector}`);
  return found;
}

function drawGroup(group: Answer['groups'][number], id: string): HTMLElement {
  const whole = document.createElement('div');
  whole.setAttribute('role', 'group');
  whole.setAttribute('aria-labelledby', id);
  const title = document.createElement('div');
  title.id = id;
  title.className = 'palette-group';
  title.textContent = group.title;
  whole.append(title, ...group.hits.map((hit, index) => drawHit(hit, `${id}-${index}`)));
  return whole;
}

function drawHit(hit: Hit, id: string): HTMLElement {
  const option = document.createElement('a');
  option.id = id;
  option.className = 'hit';
  option.href = hit.href;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const title = document.createElement('span');
  title.textContent = hit.title;
  option.append(title);
  if (hit.note) {
    const note = document.createElement('small');
    note.textContent = hit.note;
    option.append(note);
  }
  return option;
}
