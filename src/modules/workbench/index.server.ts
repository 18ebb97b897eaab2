export { withHistory } from './audit-log/parts/with-history.tsx';
export { routes } from './routes.ts';
