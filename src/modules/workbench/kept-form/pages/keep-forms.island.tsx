/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { FormKeeper } from '#ui/page-script/form-keeper.ts';
import { swapped } from '#ui/page-script/swap.ts';

const keepers = new Map<HTMLFormElement, FormKeeper>();

/** Each long form that stands on the page has its keeper; one that has gone is kept a last time. */
function keepForms(): void {
  for (const [form, keeper] of keepers) {
    if (form.isConnected) continue;
    keeper.leave();
    keepers.delete(form);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    if (keepers.has(form)) continue;
    const keeper = new FormKeeper(form, '/readyz');
    keeper.listen();
    keepers.set(form, keeper);
  }
}

keepForms();
document.addEventListener(swapped, keepForms);
