import type { FrozenSource } from '../frozen-source.ts';
import { frozenParts } from '../links.ts';

/** What is to be frozen, carried along in a form. */
export function FrozenFields({ source, query }: { source: FrozenSource; query: string }) {
  return (
    <>
      {frozenParts(source.name, query).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
