import { describe, expect, it } from 'vitest';
import reference from '../../../../seed/reference/abolished-bodies.json' with { type: 'json' };
import { referenceBodies } from './input.ts';

const body = {
  kind: 'body',
  written: ['UBND {district}', 'Huyện ủy'],
  endedOn: '2025-07-01',
  successor: 'UBND {level}',
  source: 'Nghị quyết 203/2025/QH15',
  certainty: 'unverified',
};
const parse = (given: object) =>
  referenceBodies.safeParse({ districts: ['huyện', 'quận'], bodies: [{ ...body, ...given }] });

describe('the file of abolished bodies', () => {
  it('is what the product ships', () => {
    const bodies = referenceBodies.parse(reference);
    expect(bodies.length).toBeGreaterThan(20);
    expect(bodies.flatMap((one) => one.written).filter((name) => name.includes('{'))).toEqual([]);
  });

  it('writes a name out for each word of the district level', () => {
    expect(parse({}).data?.[0]?.written).toEqual(['UBND huyện', 'UBND quận', 'Huyện ủy']);
  });

  it.each([
    { endedOn: '2025-06-31' },
    { written: [] },
    { kind: 'town' },
    { source: '' },
    { successor: undefined },
    { colour: 'red' },
  ])('refuses %j', (wrong) => {
    expect(parse(wrong).success).toBe(false);
  });
});
