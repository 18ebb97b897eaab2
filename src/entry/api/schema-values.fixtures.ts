import fc from 'fast-check';

/** A JSON Schema as the document of the API holds it. */
export type Schema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

const hostile = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    "' or 1=1 --",
    '<script>',
    '2026-02-31',
    '-1',
    '1e309',
    'null',
    '%',
    '_',
  ),
  fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 53, 1e300),
  fc.constant([]),
  fc.constant({}),
  fc.string({ minLength: 5_000, maxLength: 6_000 }),
);

/** Values that fit a schema mostly, and now and then do not; ids are taken from those given. */
export function valuesFor(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: fitting(schema, ids) }, { weight: 1, arbitrary: hostile });
}

function fitting(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  const choices = schema.anyOf ?? (schema.oneOf as readonly Schema[] | undefined);
  if (choices) return fc.oneof(...choices.map((one) => valuesFor(one, ids)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...(schema.type as string[]).map((type) => fitting({ ...schema, type }, ids)));
  }
  switch (schema.type) {
    case 'object':
      return objectFor(schema, ids);
    case 'array':
      return fc.array(valuesFor(schema.items ?? {}, ids), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.integer({ min: -3, max: 3_000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textFor(schema, ids);
    default:
      return hostile;
  }
}

function objectFor(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, valuesFor(one, ids)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

function textFor(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.constantFrom(...ids);
  if (schema.format === 'date') {
    return fc
      .integer({ min: 0, max: 1_500 })
      .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
  }
  return fc.string({ maxLength: 20 });
}
