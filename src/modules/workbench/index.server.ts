export { jobs } from './jobs.ts';
export { routes } from './routes.ts';
export { trashKinds } from './trash/kinds.server.ts';
