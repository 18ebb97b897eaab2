export { jobs } from './jobs.ts';
export { routes } from './routes.ts';
export { purgeTrashJob } from './trash/jobs.server.ts';
export { trashKinds } from './trash/kinds.server.ts';
