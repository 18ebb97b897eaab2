import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isIssuerAddress, type ProviderSettings, readRoleMap } from '../oidc/provider-settings.ts';
import { type ApiLimits, usualLimits } from '../api/limits.ts';
import { type FileSettings, usualFileLimits } from '../files/file-place.ts';
import { productRoot } from './product-root.ts';
import { refusalsFrom } from './start-refusal.ts';
import { type ConfigTexts, texts } from './texts.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Everything the environment decides, read once at the start. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Where people reach the product, without a trailing slash; links in letters and papers begin with it. */
  readonly baseUrl: string;
  /** The same, only where it was named: behind a proxy the product cannot know it. */
  readonly namedBaseUrl: string | undefined;
  /** An existing PostgreSQL; without it the product runs its own. */
  readonly databaseUrl: string | undefined;
  /** A second login for the app role, where the first may not become it. */
  readonly appDatabaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Where files are held, who looks into them, and how large they may be. */
  readonly files: FileSettings;
  readonly logLevel: LogLevel;
  /** How many proxies in front are believed when they name the visitor's address. */
  readonly trustedProxies: number;
  /** Whether an empty database is filled with the demo communes. */
  readonly demo: boolean;
  /** Whoever shows it may read the measures from anywhere. */
  readonly metricsToken: string | undefined;
  /** The mail server and the sender that people see; without it nothing is sent. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** How many letters a minute the mail server may be given. */
  readonly mailPerMinute: number | undefined;
  /** The centre for short messages and the name that people see; without it none are sent. */
  readonly sms: { readonly url: string; readonly from: string } | undefined;
  /** An identity provider that vouches for people; without it they sign in here alone. */
  readonly oidc: ProviderSettings | undefined;
  /** Where a worker on its own answers watchers; nowhere when left out. */
  readonly workerPort: number | undefined;
  /** How many requests a minute programs may send. */
  readonly apiLimits: ApiLimits;
  /** Sites whose scripts may call the API. */
  readonly apiOrigins: readonly string[];
  /** Hosts within our own networks to which webhooks may go. */
  readonly internalHosts: readonly string[];
};

type Expectation = keyof ConfigTexts['expected'];

const variable = {
  PORT: { expects: 'port', schema: z.coerce.number().int().min(0).max(65535) },
  SAURO_WORKER_PORT: { expects: 'port', schema: z.coerce.number().int().min(0).max(65535) },
  HOST: { expects: 'host', schema: z.string().regex(/^[\w.:-]+$/) },
  DATABASE_URL: { expects: 'postgresUrl', schema: z.string().refine(isPostgresUrl) },
  SAURO_APP_DATABASE_URL: { expects: 'postgresUrl', schema: z.string().refine(isPostgresUrl) },
  SAURO_DATA: { expects: 'folder', schema: z.string().refine((path) => !path.includes('\0')) },
  SAURO_BASE_URL: { expects: 'webUrl', schema: z.string().refine(isWebOrigin) },
  LOG_LEVEL: {
    expects: 'logLevel',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  },
  SAURO_METRICS_TOKEN: { expects: 'token', schema: z.string().regex(/^[\x21-\x7e]{16,200}$/) },
  SAURO_TRUST_PROXY: { expects: 'proxies', schema: z.coerce.number().int().min(0).max(10) },
  SAURO_SMTP_URL: { expects: 'smtpUrl', schema: z.string().refine(isSmtpUrl) },
  SAURO_MAIL_FROM: { expects: 'sender', schema: z.string().regex(/^[^\r\n]*[^@\s<>]+@[^@\s<>]+>?$/) },
  SAURO_MAIL_RATE: { expects: 'mailRate', schema: z.coerce.number().int().min(1).max(100_000) },
  SAURO_SMS_URL: { expects: 'smsUrl', schema: z.string().refine(isSmsUrl) },
  SAURO_SMS_FROM: {
    expects: 'smsSender',
    schema: z.string().regex(/^(?:[A-Za-z0-9_.-]{1,11}|\+?\d{3,15})$/),
  },
  SAURO_OIDC_ISSUER: { expects: 'issuer', schema: z.string().refine(isIssuerAddress) },
  SAURO_OIDC_CLIENT_ID: { expects: 'oidcClient', schema: z.string() },
  SAURO_OIDC_CLIENT_SECRET: { expects: 'oidcClient', schema: z.string() },
  SAURO_OIDC_LABEL: { expects: 'label', schema: z.string().max(60) },
  SAURO_OIDC_NAME_CLAIM: { expects: 'claim', schema: z.string().regex(/^[\w:/-]+$/) },
  SAURO_OIDC_ROLE_CLAIM: { expects: 'claim', schema: z.string().regex(/^[\w:/.-]+$/) },
  SAURO_OIDC_ROLES: {
    expects: 'roleMap',
    schema: z.string().refine((text) => readRoleMap(text) !== undefined),
  },
  SAURO_API_RATE: { expects: 'rate', schema: z.coerce.number().int().min(20).max(1_000_000) },
  SAURO_API_ORIGINS: {
    expects: 'webUrls',
    schema: z.string().refine((text) => listOf(text).every(isWebOrigin)),
  },
  SAURO_WEBHOOK_HOSTS: {
    expects: 'hosts',
    schema: z.string().refine((text) => listOf(text).every((host) => /^[\w.-]+(?::\d{1,5})?$/.test(host))),
  },
  SAURO_FILE_MB: { expects: 'megabytes', schema: z.coerce.number().int().min(1).max(10_000) },
  SAURO_SENDING_MB: { expects: 'megabytes', schema: z.coerce.number().int().min(1).max(10_000) },
  SAURO_S3_URL: { expects: 'bucketUrl', schema: z.string().refine(isBucketUrl) },
  SAURO_S3_REGION: { expects: 'region', schema: z.string().regex(/^[a-z0-9-]{1,60}$/) },
  SAURO_S3_KEY: { expects: 'bucketKey', schema: z.string().regex(/^[\x21-\x7e]{1,200}$/) },
  SAURO_S3_SECRET: { expects: 'bucketKey', schema: z.string().regex(/^[\x21-\x7e]{1,200}$/) },
  SAURO_CLAMD: { expects: 'scanner', schema: z.string().regex(/^(?:\/[^\0]+|[\w.-]+:\d{1,5})$/) },
  SAURO_DEMO: { expects: 'switch', schema: z.enum(['on', 'off']) },
} satisfies Record<string, { expects: Expectation; schema: z.ZodType }>;

type Name = keyof typeof variable;
type Value<N extends Name> = z.infer<(typeof variable)[N]['schema']>;

const SECRET: ReadonlySet<Name> = new Set<Name>([
  'DATABASE_URL',
  'SAURO_APP_DATABASE_URL',
  'SAURO_METRICS_TOKEN',
  'SAURO_SMTP_URL',
  'SAURO_SMS_URL',
  'SAURO_OIDC_CLIENT_SECRET',
  'SAURO_S3_KEY',
  'SAURO_S3_SECRET',
]);

const refuse = refusalsFrom(texts);

/** Reads the settings from the environment; an empty variable counts as unset.
 *  Refuses with a sentence that names the first variable whose value is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = read(env, 'PORT') ?? 8080;
  const host = read(env, 'HOST') ?? '127.0.0.1';
  const namedBaseUrl = read(env, 'SAURO_BASE_URL')?.replace(/\/$/, '');
  return {
    port,
    host,
    baseUrl: namedBaseUrl ?? `http://localhost:${port}`,
    namedBaseUrl,
    databaseUrl: read(env, 'DATABASE_URL'),
    appDatabaseUrl: read(env, 'SAURO_APP_DATABASE_URL'),
    dataFolder: resolve(read(env, 'SAURO_DATA') ?? join(productRoot, '.data')),
    files: fileSettings(env),
    logLevel: read(env, 'LOG_LEVEL') ?? 'info',
    trustedProxies: read(env, 'SAURO_TRUST_PROXY') ?? 0,
    demo: (read(env, 'SAURO_DEMO') ?? 'on') === 'on',
    metricsToken: read(env, 'SAURO_METRICS_TOKEN'),
    smtp: smtpSettings(env),
    mailPerMinute: read(env, 'SAURO_MAIL_RATE'),
    sms: smsSettings(env),
    oidc: oidcSettings(env),
    workerPort: read(env, 'SAURO_WORKER_PORT'),
    apiLimits: apiLimits(read(env, 'SAURO_API_RATE')),
    apiOrigins: listOf(read(env, 'SAURO_API_ORIGINS') ?? '').map((text) => text.replace(/\/$/, '')),
    internalHosts: listOf(read(env, 'SAURO_WEBHOOK_HOSTS') ?? ''),
  };
}

/** Several programs of one office may stand behind one address. */
function apiLimits(perToken: number | undefined): ApiLimits {
  return perToken === undefined ? usualLimits : { perToken, perAddress: perToken * 2 };
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function read<N extends Name>(
  env: Readonly<Record<string, string | undefined>>,
  name: N,
): Value<N> | undefined {
  const given = env[name]?.trim();
  if (!given) return undefined;
  const { schema, expects } = variable[name];
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data as Value<N>;
  const shown = SECRET.has(name) ? '…' : given;
  throw refuse('wrong-setting', (t) => t.wrongValue(name, shown, t.expected[expects]));
}

function smtpSettings(env: Readonly<Record<string, string | undefined>>): Config['smtp'] {
  const url = read(env, 'SAURO_SMTP_URL');
  if (!url) return undefined;
  const from = read(env, 'SAURO_MAIL_FROM');
  if (!from) throw refuse('missing-setting', (t) => t.wrongValue('SAURO_MAIL_FROM', '', t.expected.sender));
  return { url, from };
}

function smsSettings(env: Readonly<Record<string, string | undefined>>): Config['sms'] {
  const url = read(env, 'SAURO_SMS_URL');
  if (!url) return undefined;
  const from = read(env, 'SAURO_SMS_FROM');
  if (!from) throw refuse('missing-setting', (t) => t.wrongValue('SAURO_SMS_FROM', '', t.expected.smsSender));
  return { url, from };
}

function oidcSettings(env: Readonly<Record<string, string | undefined>>): Config['oidc'] {
  const issuer = read(env, 'SAURO_OIDC_ISSUER');
  if (!issuer) return undefined;
  const needed = (name: 'SAURO_OIDC_CLIENT_ID' | 'SAURO_OIDC_CLIENT_SECRET'): string => {
    const value = read(env, name);
    if (!value) throw refuse('missing-setting', (t) => t.wrongValue(name, '', t.expected.oidcClient));
    return value;
  };
  return {
    issuer,
    clientId: needed('SAURO_OIDC_CLIENT_ID'),
    clientSecret: needed('SAURO_OIDC_CLIENT_SECRET'),
    label: read(env, 'SAURO_OIDC_LABEL') ?? 'SSO',
    nameClaim: read(env, 'SAURO_OIDC_NAME_CLAIM') ?? 'preferred_username',
    roleClaim: read(env, 'SAURO_OIDC_ROLE_CLAIM'),
    roles: readRoleMap(read(env, 'SAURO_OIDC_ROLES') ?? '') ?? new Map(),
  };
}

function fileSettings(env: Readonly<Record<string, string | undefined>>): FileSettings {
  const bytes = (name: 'SAURO_FILE_MB' | 'SAURO_SENDING_MB', usual: number): number => {
    const megabytes = read(env, name);
    return megabytes === undefined ? usual : megabytes * 1024 * 1024;
  };
  const mostFileBytes = bytes('SAURO_FILE_MB', usualFileLimits.mostFileBytes);
  const sending = bytes('SAURO_SENDING_MB', usualFileLimits.mostSendingBytes);
  return {
    s3: bucketSettings(env),
    scanner: scannerAddress(read(env, 'SAURO_CLAMD')),
    limits: { mostFileBytes, mostSendingBytes: Math.max(mostFileBytes, sending) },
  };
}

function bucketSettings(env: Readonly<Record<string, string | undefined>>): FileSettings['s3'] {
  const url = read(env, 'SAURO_S3_URL');
  if (!url) return undefined;
  const needed = (name: 'SAURO_S3_KEY' | 'SAURO_S3_SECRET'): string => {
    const value = read(env, name);
    if (!value) throw refuse('missing-setting', (t) => t.wrongValue(name, '', t.expected.bucketKey));
    return value;
  };
  return {
    url: url.replace(/\/$/, ''),
    region: read(env, 'SAURO_S3_REGION') ?? 'us-east-1',
    accessKeyId: needed('SAURO_S3_KEY'),
    secretAccessKey: needed('SAURO_S3_SECRET'),
  };
}

function scannerAddress(text: string | undefined): FileSettings['scanner'] {
  if (text === undefined) return undefined;
  if (text.startsWith('/')) return { path: text };
  const [host = '', port = ''] = text.split(':');
  return { host, port: Number(port) };
}

/** A bucket stands in the path, so that one address serves storages of every make. */
function isBucketUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    /^\/[\w.-]+\/?$/.test(url.pathname) &&
    !url.search &&
    !url.username
  );
}

function isSmtpUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

function isSmsUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['smpp:', 'ssmpp:'].includes(url.protocol) && url.hostname !== '';
}

function isPostgresUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['postgres:', 'postgresql:'].includes(url.protocol);
}

function isWebOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search
  );
}
