/// <reference lib="dom" />

const form = document.querySelector<HTMLFormElement>('[data-paste] form');
const html = form?.elements.namedItem('html');

// Keeps the cells of a pasted table: the clipboard's HTML goes along, unless the words are changed afterwards.
if (form && html instanceof HTMLInputElement) {
  form.addEventListener('paste', (event) => {
    html.value = event.clipboardData?.getData('text/html') ?? '';
  });
  form.addEventListener('input', (event) => {
    const isPaste = event instanceof InputEvent && event.inputType === 'insertFromPaste';
    if (!isPaste) html.value = '';
  });
}
