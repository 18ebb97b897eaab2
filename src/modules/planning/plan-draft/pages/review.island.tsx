/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { combinationOf, isForField, pressShortcut } from '#ui/page-script/shortcuts.ts';
import { PageSwap } from '#ui/page-script/swap.ts';

const askEveryMs = 20_000;
const sayAgainMs = 4 * 60_000;
/** The bars at the head and the foot of the window cover so much, in pixels. */
const barHeight = 80;
const draftPath = location.pathname;

const main = document.getElementById('main');
if (main) {
  new PageSwap(main, {
    isOwn: (address) => address.origin === location.origin && address.pathname.startsWith(draftPath),
    onSwap: () => {
      prepare(main);
      showOpenRow();
    },
  }).listen();
  prepare(main);
  showOpenRow();
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isForField(event)) return;
    if (act(combinationOf(event), main)) event.preventDefault();
  });
  keepCompany(main);
}

function prepare(root: HTMLElement): void {
  for (const legend of root.querySelectorAll('[data-keys]')) legend.removeAttribute('hidden');
}

function act(combination: string, root: HTMLElement): boolean {
  switch (combination) {
    case 'F2':
      return focusOn(openRow()?.querySelector('textarea, input:not([type="hidden"])'));
    case 'F3':
      return focusOn(root.querySelector('[role="search"] input[name="tim"]'));
    case 'Control+Enter':
      return splitAtCaret();
    case 'Control+M':
      return prepareMove();
    default:
      return pressShortcut(root, combination);
  }
}

function openRow(): HTMLElement | null {
  return document.querySelector('#main li[aria-current="true"]:has(form)');
}

/** Puts the open row into sight and under the keyboard; the source scrolls to its lines by itself. */
function showOpenRow(): void {
  const row = openRow();
  if (row && !document.activeElement?.closest('form')) {
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  }
  const place = row?.getBoundingClientRect();
  const isOutside = place && (place.top < barHeight || place.bottom > innerHeight - barHeight);
  if (isOutside) row?.scrollIntoView({ block: 'start' });
  const line = document.querySelector('#main [aria-current="location"]');
  const source = line?.closest<HTMLElement>('.source-view');
  if (line instanceof HTMLElement && source) source.scrollTop = line.offsetTop - source.offsetTop - 40;
}

function focusOn(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  return true;
}

/** The end of the field, from the caret, becomes a row of its own. */
function splitAtCaret(): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false;
  const { form } = field;
  const button = form?.querySelector<HTMLButtonElement>('button[value="tach"]');
  if (!form || !button || field.selectionStart === null) return false;
  fill(form, { cut_field: field.name, cut_tail: field.value.slice(field.selectionStart) });
  button.click();
  return true;
}

/** The selected words are ready to be moved; the person says where to. */
function prepareMove(): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false;
  const words = field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  const { form } = field;
  if (!form || words === '') return false;
  fill(form, { move_field: field.name, move_words: words, move_to_field: field.name });
  form.querySelector('[data-rearrange]')?.setAttribute('open', '');
  return focusOn(form.querySelector('select[name="move_to"]'));
}

function fill(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}

interface Company {
  readonly title: string;
  readonly others: string | null;
  readonly step: number;
  readonly changed: string | null;
  readonly reload: string;
}

/** Says from time to time that the draft is open here, and tells who else has it open or has changed it. */
function keepCompany(root: HTMLElement): void {
  let said = 0;
  const ask = async () => {
    const place = root.querySelector<HTMLElement>('[data-visit]');
    if (!place || document.hidden) return;
    const isNew = Date.now() - said > sayAgainMs;
    if (isNew) said = Date.now();
    const answer = await fetch(place.dataset.visit ?? '', {
      method: 'POST',
      body: new URLSearchParams({ opened: isNew ? '1' : '' }),
    });
    if (answer.ok) tell(place, (await answer.json()) as Company);
  };
  const tryAsking = () => void ask().catch(() => undefined);
  tryAsking();
  setInterval(tryAsking, askEveryMs);
}

function tell(place: HTMLElement, company: Company): void {
  const isBehind = company.changed !== null && company.step > Number(place.dataset.step);
  const words = [company.others, isBehind ? company.changed : null].filter(Boolean).join(' ');
  if (words === place.dataset.told) return;
  place.dataset.told = words;
  if (words === '') return place.replaceChildren();
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.dataset.tone = 'soon';
  const text = document.createElement('p');
  text.textContent = words;
  notice.append(text);
  if (isBehind) {
    const link = document.createElement('a');
    link.href = location.href;
    link.textContent = company.reload;
    link.addEventListener('click', () => location.reload());
    notice.append(link);
  }
  place.replaceChildren(notice);
}
