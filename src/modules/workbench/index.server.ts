export { operations } from './operations.ts';
export { routes } from './routes.ts';
export { goKeys } from './shortcut/key-map.ts';
export { texts as shortcutTexts } from './shortcut/texts.ts';
export { texts as searchTexts } from './search/texts.ts';
