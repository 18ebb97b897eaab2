/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const afterTypingMs = 1_200;
const againMs = 5_000;
const answerMs = 8_000;
/** Browsers send no more than this while a page goes away. */
const mostWhileLeaving = 60_000;

/** Secrets, and what would be too heavy. */
const neverKept = 'input[type="password"], [autocomplete="one-time-code"], [data-never-kept]';

/**
 * Keeps a form on the server while it is typed into, and sends it only when the server can be reached, so that nothing
 * typed is lost when the line, the server or the browser goes away. All words come from the page.
 */
export class FormKeeper {
  readonly #form: HTMLFormElement;
  readonly #aliveHref: string;
  #typedAt = 0;
  #keptAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
  #isSending = false;
  readonly #life = new AbortController();

  constructor(form: HTMLFormElement, aliveHref: string) {
    this.#form = form;
    this.#aliveHref = aliveHref;
  }

  /** Begins to keep. */
  listen(): void {
    const typed = (): void => {
      this.#typedAt += 1;
      this.#keepIn(afterTypingMs);
    };
    this.#form.addEventListener('input', typed);
    this.#form.addEventListener('change', typed);
    this.#form.addEventListener('submit', (event) => this.#onSubmit(event));
    const { signal } = this.#life;
    const whenBack = (): void => void ((this.#isUnsaved || this.#isUnsent) && this.#keepIn(0));
    window.addEventListener('online', whenBack, { signal });
    const whenHidden = (): void => {
      if (document.visibilityState === 'hidden' && this.#isUnsaved) void this.#keep(true);
    };
    document.addEventListener('visibilitychange', whenHidden, { signal });
    const whenLeaving = (event: Event): void => {
      if (this.#isUnsaved && !this.#isSending) event.preventDefault();
    };
    window.addEventListener('beforeunload', whenLeaving, { signal });
    // A page that comes back from the browser's memory may be sent again.
    const whenShown = (): void => {
      this.#isSending = false;
      busy(false);
    };
    window.addEventListener('pageshow', whenShown, { signal });
    // What a file brought in was typed by nobody, and is kept as if it had been.
    if (this.#form.hasAttribute('data-keep-at-once')) typed();
  }

  /** Keeps what was typed last, when the form has gone from the page without being sent. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#life.abort();
    if (this.#isUnsaved && !this.#isSending) void this.#keep(true);
  }

  get #isUnsaved(): boolean {
    return this.#typedAt > this.#keptAt;
  }

  #keepIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(false), ms);
  }

  async #keep(isLeaving: boolean): Promise<void> {
    if (this.#isSending) return;
    const typedAt = this.#typedAt;
    const body = this.#fields();
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const tooLong = setTimeout(() => running.abort(), answerMs);
    try {
      const answer = await fetch(this.#word('keep'), {
        method: 'POST',
        body,
        keepalive: isLeaving && body.toString().length < mostWhileLeaving,
        signal: running.signal,
      });
      const said = (await answer.json()) as { kept: boolean; at: string };
      this.#keptAt = Math.max(this.#keptAt, typedAt);
      this.#say(said.kept ? this.#word('keepSaved').replace('{at}', said.at) : this.#word('keepTooMuch'));
      if (this.#isUnsent) this.#sayUnsent(this.#word('keepBack'));
    } catch {
      if (this.#running !== running || this.#isSending || this.#life.signal.aborted) return;
      this.#say(this.#word('keepNotSaved'), 'late');
      this.#keepIn(againMs);
    } finally {
      clearTimeout(tooLong);
    }
  }

  #fields(): URLSearchParams {
    const fields = new URLSearchParams({
      '_bieu-mau': new URL(this.#form.action).pathname,
    });
    const hidden = new Set(
      [...this.#form.querySelectorAll<HTMLInputElement>(neverKept)].map((one) => one.name),
    );
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string' && !hidden.has(name)) fields.append(name, value);
    }
    return fields;
  }

  /** Sends only when the server answers; else the form stays as it is, and says so. */
  #onSubmit(event: SubmitEvent): void {
    if (this.#isSending) return;
    event.preventDefault();
    if (!isBusy()) void this.#send(event.submitter);
  }

  async #send(submitter: HTMLElement | null): Promise<void> {
    clearTimeout(this.#timer);
    busy(true);
    if (await this.#isServerThere()) {
      this.#isSending = true;
      this.#running?.abort();
      this.#form.requestSubmit(submitter);
      return;
    }
    busy(false);
    this.#offerAgain(submitter);
    // What is kept then also tells that the server is back.
    this.#keepIn(againMs);
  }

  /** Says that the form was not sent, beside what is said of keeping it, and offers to send it until it is sent. */
  #offerAgain(submitter: HTMLElement | null): void {
    const again = document.createElement('button');
    Object.assign(again, { type: 'button', className: 'button', textContent: this.#word('keepRetry') });
    again.addEventListener('click', () => !isBusy() && void this.#send(submitter));
    this.#unsent?.replaceChildren(document.createElement('span'), again);
    this.#sayUnsent(this.#word('keepAway'));
  }

  /** Puts other words before the button, which stays the one that may have the focus. */
  #sayUnsent(words: string): void {
    const place = this.#unsent?.firstElementChild;
    if (place && place.textContent !== words) place.textContent = words;
  }

  get #isUnsent(): boolean {
    return Boolean(this.#unsent?.firstElementChild);
  }

  async #isServerThere(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(answerMs);
      return (await fetch(this.#aliveHref, { cache: 'no-store', signal })).ok;
    } catch {
      return false;
    }
  }

  get #status(): HTMLElement | null {
    return this.#form.querySelector('[data-keep-status]');
  }

  get #unsent(): HTMLElement | null {
    return this.#form.querySelector('[data-keep-unsent]');
  }

  #say(words: string, tone = ''): void {
    const status = this.#status;
    if (!status) return;
    status.dataset.tone = tone;
    status.textContent = words;
  }

  #word(name: string): string {
    return this.#form.dataset[name] ?? '';
  }
}

/** Says that the page is about to be replaced, so that nobody presses twice. */
function busy(isSo: boolean): void {
  const main = document.querySelector('main');
  if (isSo) main?.setAttribute('aria-busy', 'true');
  else main?.removeAttribute('aria-busy');
}

function isBusy(): boolean {
  return document.querySelector('main')?.getAttribute('aria-busy') === 'true';
}
