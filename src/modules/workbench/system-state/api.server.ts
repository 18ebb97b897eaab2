import { z } from 'zod';
import { type Operation, recordOperation } from '#platform/api/operation.ts';
import { migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import { must } from '#platform/session/decision.ts';
import { readSystemState } from '#platform/watch/system-state.server.ts';
import { judgeSystem } from '#platform/watch/verdict.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';

const verdict = z.enum(['good', 'attention', 'bad']);

/** How the system stands, for programs that watch it with a token of the office. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'workbench.system.get',
    path: '/system',
    summary: (lang) => texts(lang).api.get,
    reply: z
      .object({
        at: z.iso.datetime(),
        parts: z.record(z.string(), verdict).describe('How each part stands, such as database or queue.'),
        queue: z.object({ waiting: z.int(), givenUp: z.int() }),
        lastBackupAt: z.iso.datetime().nullable(),
      })
      .meta({ id: 'SystemState' }),
    run: async (ctx) => {
      must(policy.read(ctx.actor));
      const state = await readSystemState(ctx.db, await migrationFiles(migrationsFolder));
      const { waiting, givenUp } = state.queue;
      return {
        value: {
          at: state.at,
          parts: judgeSystem(state),
          queue: { waiting, givenUp },
          lastBackupAt: state.lastBackup?.madeAt ?? null,
        },
      };
    },
  }),
];
