import type { Ctx } from '#platform/session/ctx.ts';
import { startRun } from './commands.server.ts';

/** A deed on no rows at all of this list. */
export async function newRun(ctx: Ctx, list: string, act: string): Promise<string> {
  const started = await startRun(ctx, { list, act, deed: 'giao', input: {}, targets: [] });
  return started.ok ? started.value : '';
}
