import type { Ctx } from './ctx.ts';

/**
 * A way to read a record that asks the database once in a `Ctx` that only reads, however many parts of a page need the
 * record: they then show one state of it. A `Ctx` that writes asks anew each time, since the record may have changed.
 */
export function oncePerReading<Read>(
  read: (ctx: Ctx, id: string) => Promise<Read>,
): (ctx: Ctx, id: string) => Promise<Read> {
  const known = new WeakMap<Ctx, Map<string, Promise<Read>>>();
  return (ctx, id) => {
    if (ctx.writer) return read(ctx, id);
    const ofCtx = known.get(ctx) ?? new Map<string, Promise<Read>>();
    known.set(ctx, ofCtx);
    const reading = ofCtx.get(id) ?? read(ctx, id);
    ofCtx.set(id, reading);
    return reading;
  };
}
