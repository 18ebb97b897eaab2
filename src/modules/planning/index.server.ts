export { jobs } from './jobs.ts';
export { routes } from './routes.ts';
export { storeImport } from './plan-import/commands/store.server.ts';
export { importPlanNow } from './plan-import/jobs.server.ts';
export { assignTask, completeTask } from './task/commands.server.ts';
export { type TaskFilter, taskFilter } from './task/input.ts';
export { countTasks, exportTasks, listTasks } from './task/queries.server.ts';
