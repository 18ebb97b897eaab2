/** A field that has to be mended, and the sentence for it. */
interface FieldProblem {
  readonly fieldId: string;
  readonly text: string;
}

/** Turns what a schema found wrong into one sentence a field; a field without a sentence of its own gets `other`. */
export function fieldProblems<Field extends string>(
  issues: readonly { readonly path: readonly PropertyKey[] }[],
  sentences: Readonly<Record<Field, string>>,
  other: string,
): FieldProblem[] {
  const fields = new Set(issues.map((issue) => String(issue.path[0] ?? '')));
  return [...fields].map((fieldId) => ({
    fieldId,
    text: (sentences as Readonly<Record<string, string>>)[fieldId] ?? other,
  }));
}
