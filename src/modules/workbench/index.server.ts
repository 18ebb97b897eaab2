export { operations } from './operations.ts';
export { withHistory } from './audit-log/parts/with-history.tsx';
export { jobs } from './jobs.ts';
export { routes } from './routes.ts';
export { purgeTrashJob } from './trash/jobs.server.ts';
export { trashKinds } from './trash/kinds.server.ts';
export { goKeys } from './shortcut/key-map.ts';
export { texts as shortcutTexts } from './shortcut/texts.ts';
export { texts as searchTexts } from './search/texts.ts';
