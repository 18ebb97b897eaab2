import { z } from 'zod';
import type { Lang } from '#platform/i18n/lang.ts';
import { groupOf, type Operation, pathParams, scopesOf } from './operation.ts';
import { digestPattern } from './content-digest.ts';
import { apiRefusalCodes } from './problem.ts';

/** The words of the document in one language, and where the API stands. */
export interface DocumentWords {
  readonly lang: Lang;
  readonly root: string;
  readonly title: string;
  readonly description: string;
  /** What each status means; a status without a word is named by its number. */
  readonly statuses: Readonly<Record<string, string>>;
}

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of all operations, made of the schemas by which they read and show. */
export function apiDocument(operations: readonly Operation[], words: DocumentWords): object {
  const schemas: Json = { Problem: problemSchema };
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.verb]: describe(operation, words, schemas) };
  }
  return {
    openapi: '3.1.1',
    info: { title: words.title, version: '1', description: words.description, license },
    servers: [{ url: words.root }],
    security: [{ token: [] }],
    tags: [...new Set(operations.map((one) => groupOf(one.id)))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'sauro_<104 hex digits>' } },
    },
  };
}

const license = { name: 'Apache-2.0', identifier: 'Apache-2.0' };

function describe(operation: Operation, words: DocumentWords, schemas: Json): Json {
  const { example } = operation;
  return {
    operationId: operation.id,
    summary: operation.summary(words.lang),
    tags: [groupOf(operation.id)],
    'x-scopes': scopesOf(operation).map((set) => set.join(' ')),
    ...(operation.act === null ? {} : { 'x-act': operation.act }),
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)],
    ...(operation.admit ? { requestBody: fileBody } : {}),
    ...(operation.body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: schemaOf(operation.body, 'input', schemas),
                ...(example.body === undefined ? {} : { example: example.body }),
              },
            },
          },
        }),
    responses: responsesOf(operation, words, schemas),
  };
}

/** A file as it is: what kind it is, its content says. */
const fileBody = { required: true, content: { 'application/octet-stream': {} } };

function pathParameters(operation: Operation): Json[] {
  return pathParams(operation.path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
}

function queryParameters(operation: Operation): Json[] {
  const whole = schemaOf(operation.query, 'input', {}) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(whole.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: whole.required?.includes(name) ?? false,
    schema,
  }));
}

function headerParameters(operation: Operation): Json[] {
  if (operation.verb === 'get') return [];
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
  const version = {
    name: 'If-Match',
    in: 'header',
    required: true,
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
  };
  const digest = {
    name: 'Content-Digest',
    in: 'header',
    required: false,
    description: 'The SHA-256 of the file (RFC 9530), as sha-256=:<base64>:; a file with another is refused.',
    schema: { type: 'string', pattern: digestPattern },
  };
  return [...(operation.isVersioned ? [version] : []), key, ...(operation.admit ? [digest] : [])];
}

function responsesOf(operation: Operation, words: DocumentWords, schemas: Json): Json {
  const said = (status: number) => words.statuses[status] ?? String(status);
  const problems = [
    400,
    401,
    403,
    404,
    429,
    503,
    ...(operation.verb === 'get' ? [] : writeProblems(operation)),
  ];
  const refused = new Map<number, string[]>();
  for (const [code, status] of Object.entries(operation.refusals)) {
    refused.set(status, [...(refused.get(status) ?? []), code]);
  }
  const all = [...new Set([...problems, ...refused.keys()])].sort((a, b) => a - b);
  return {
    ...success(operation, schemas),
    ...Object.fromEntries(
      all.map((status) => {
        const codes = refused.get(status);
        const description = codes ? `${said(status)}: ${codes.join(', ')}` : said(status);
        return [status, { description, content: { 'application/problem+json': { schema: problemRef } } }];
      }),
    ),
  };
}

function writeProblems(operation: Operation): number[] {
  return [408, 413, 415, 422, ...(operation.isVersioned ? [412, 428] : [])];
}

function success(operation: Operation, schemas: Json): Json {
  if (operation.kind === 'file') {
    const headers = { 'Content-Disposition': { schema: { type: 'string' } } };
    const content = Object.fromEntries(operation.mediaTypes.map((type) => [type, {}]));
    return { 200: { description: 'OK', headers, content } };
  }
  if (operation.reply === null) return { 204: { description: 'Done' } };
  const one = schemaOf(operation.reply, 'output', schemas);
  const schema = operation.kind === 'list' ? pageSchema(one) : one;
  const headers = {
    ...(operation.isVersioned ? { ETag: { schema: { type: 'string' } } } : {}),
    ...(operation.kind === 'list' ? { Link: { schema: { type: 'string' } } } : {}),
    ...(operation.status === 201 ? { Location: { schema: { type: 'string' } } } : {}),
  };
  const content = { 'application/json': { schema } };
  const ok = { description: 'OK', headers, content };
  return operation.verb === 'get' && operation.isVersioned
    ? { 200: ok, 304: { description: 'Not modified' } }
    : { [operation.status]: ok };
}

function pageSchema(items: unknown): Json {
  return {
    type: 'object',
    properties: { items: { type: 'array', items }, next: { type: ['string', 'null'] } },
    required: ['items', 'next'],
    additionalProperties: false,
  };
}

/** The JSON Schema of a zod schema; those that have a name of their own go among the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): unknown {
  const { $schema: _, $defs = {}, ...whole } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  for (const [name, named] of Object.entries($defs)) schemas[name] = pointed(named);
  return pointed(whole);
}

/** The same with references into the document, and without patterns that only repeat a format. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(
    ([name]) => !(name === 'id' || (name === 'pattern' && 'format' in value)),
  );
  return Object.fromEntries(
    entries.map(([name, one]) => [
      name,
      name === '$ref' ? String(one).replace('#/$defs/', '#/components/schemas/') : keeps(name, one),
    ]),
  );
}

/** Names of fields are not keywords: a field may well be called id. */
function keeps(name: string, one: unknown): unknown {
  if (name !== 'properties') return pointed(one);
  return Object.fromEntries(Object.entries(one as Json).map(([field, schema]) => [field, pointed(schema)]));
}

const problemRef = { $ref: '#/components/schemas/Problem' };

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. Programs decide by code; detail is a sentence in the language that was asked for.',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', examples: [...apiRefusalCodes] },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    version: { type: 'integer', description: 'The version that the record has now.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'Where in the body (RFC 6901).' },
          parameter: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
        required: ['code', 'detail'],
        additionalProperties: false,
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  additionalProperties: false,
};
