/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Told to the document when another main part has taken the place of the one that was shown. */
export const swapped = 'page-swapped';

/**
 * Follows links and sends forms of the page's own address without loading the page anew: the answer's main part takes
 * the place of the one that is shown, scroll and window stay. Whatever it cannot do, the browser does as always.
 */
export class PageSwap {
  readonly #root: HTMLElement;
  readonly #isOwn: (address: URL) => boolean;
  readonly #onSwap: () => void;
  #running: AbortController | undefined;

  constructor(root: HTMLElement, options: { isOwn: (address: URL) => boolean; onSwap: () => void }) {
    this.#root = root;
    this.#isOwn = options.isOwn;
    this.#onSwap = options.onSwap;
  }

  /** Begins to follow links and to send forms. */
  listen(): void {
    this.#root.addEventListener('click', (event) => this.#onClick(event));
    this.#root.addEventListener('submit', (event) => this.#onSubmit(event));
    window.addEventListener('popstate', () => location.reload());
  }

  #onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (
      !link ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    const address = new URL(link.href);
    const isSamePage = address.pathname + address.search === location.pathname + location.search;
    if (link.hasAttribute('download') || isSamePage || !this.#isOwn(address)) return;
    event.preventDefault();
    void this.#load(address, undefined);
  }

  #onSubmit(event: SubmitEvent): void {
    const form = event.target;
    if (
      event.defaultPrevented ||
      !(form instanceof HTMLFormElement) ||
      form.enctype === 'multipart/form-data'
    )
      return;
    const address = new URL(form.action);
    if (!this.#isOwn(address)) return;
    event.preventDefault();
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name) {
      fields.append(event.submitter.name, event.submitter.value);
    }
    if (form.method === 'post') {
      void this.#load(address, fields, () => this.#sendAsAlways(form, event.submitter));
    } else {
      address.search = fields.toString();
      void this.#load(address, undefined);
    }
  }

  /** The write may have reached the server before the line broke; sent again, its version is refused, not done twice. */
  #sendAsAlways(form: HTMLFormElement, submitter: HTMLElement | null): void {
    if (submitter instanceof HTMLButtonElement && submitter.name) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: submitter.name, value: submitter.value });
      form.append(field);
    }
    form.submit();
  }

  async #load(address: URL, fields: URLSearchParams | undefined, orElse = () => location.assign(address)) {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#root.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, {
        ...(fields && { method: 'POST', body: fields }),
        headers: { accept: 'text/html' },
        signal: running.signal,
      });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = page.getElementById(this.#root.id);
      const landed = new URL(answer.url);
      // Another frame, as where one is asked to sign in again, is a page of its own.
      const isSameFrame = page.body.className === document.body.className;
      if (!main || !isSameFrame || !(this.#isOwn(landed) || fields)) return location.assign(landed);
      this.#show(main, page.title, landed, address.hash || landed.hash);
    } catch {
      if (!running.signal.aborted) orElse();
    } finally {
      if (this.#running === running) this.#root.removeAttribute('aria-busy');
    }
  }

  #show(main: HTMLElement, title: string, landed: URL, hash: string): void {
    const scrolled = [window.scrollX, window.scrollY] as const;
    this.#root.replaceChildren(...main.childNodes);
    document.title = title;
    const shown = landed.pathname + landed.search + hash;
    if (shown !== location.pathname + location.search + location.hash) history.pushState(null, '', shown);
    window.scrollTo(...scrolled);
    this.#onSwap();
    document.dispatchEvent(new Event(swapped));
  }
}
