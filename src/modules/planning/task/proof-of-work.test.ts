import { describe, expect, it } from 'vitest';
import { proofProblem } from './proof-of-work.ts';

describe('what was handed in', () => {
  it('can be approved with its proof, or with an explanation in its place', () => {
    expect(proofProblem({ exception: null, proofs: ['a'], standing: ['a', 'b'] })).toBeUndefined();
    expect(proofProblem({ exception: 'gộp vào quý sau', proofs: [], standing: [] })).toBeUndefined();
    // Handed in before proofs were noted, with one that stands there now.
    expect(proofProblem({ exception: null, proofs: [], standing: ['a'] })).toBeUndefined();
  });

  it('cannot be approved without either, nor when a proof went since', () => {
    expect(proofProblem({ exception: null, proofs: [], standing: [] })).toBe('no-proof');
    expect(proofProblem({ exception: null, proofs: ['a', 'b'], standing: ['a'] })).toBe('proof-gone');
    expect(proofProblem({ exception: 'lý do', proofs: ['a'], standing: [] })).toBe('proof-gone');
  });
});
