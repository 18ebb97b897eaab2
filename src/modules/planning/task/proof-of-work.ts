/** Why what was handed in cannot be approved as it lies there. */
export type ProofProblem = 'no-proof' | 'proof-gone';

/**
 * A task is done by its product or by an explained exception: without either nothing is approved, and what lay beside the
 * product when it was handed in must still lie there.
 */
export function proofProblem({
  exception,
  proofs,
  standing,
}: {
  /** Why it is not the declared product; null where it is. */
  readonly exception: string | null;
  /** The proofs that lay there at the hand-in, by their ids. */
  readonly proofs: readonly string[];
  /** Those that stand there now. */
  readonly standing: readonly string[];
}): ProofProblem | undefined {
  if (proofs.some((id) => !standing.includes(id))) return 'proof-gone';
  return standing.length === 0 && exception === null ? 'no-proof' : undefined;
}
