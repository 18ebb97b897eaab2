/// <reference lib="dom" />
import { KeyHelpDialog } from '#ui/page-script/key-help.ts';
import { listenToPageKeys } from '#ui/page-script/page-keys.ts';
import { PaletteDialog } from '#ui/page-script/palette.ts';
import { rememberPage } from '#ui/page-script/recent-pages.ts';

const palette = document.querySelector<HTMLDialogElement>('#palette');
const help = document.querySelector<HTMLDialogElement>('#key-help');
if (palette && help) {
  const finder = new PaletteDialog(palette);
  const helper = new KeyHelpDialog(help);
  listenToPageKeys({ find: () => finder.open(), help: () => void helper.open() });
  rememberPage(palette.dataset.person ?? '');
}
