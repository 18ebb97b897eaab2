import type { MatterSource } from '#modules/casework/index.server.ts';
import { reportMatters, taskMatters } from '#modules/planning/index.server.ts';

/** Every kind of record with deadlines of which people are reminded. */
export const matterSources: readonly MatterSource[] = [taskMatters, reportMatters];
