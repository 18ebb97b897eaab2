/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { FormKeeper } from '#ui/page-script/form-keeper.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
  new FormKeeper(form, '/readyz').listen();
}
