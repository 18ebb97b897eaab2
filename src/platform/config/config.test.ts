import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualFileLimits } from '../files/file-place.ts';
import { readConfig } from './config.ts';
import { productRoot } from './product-root.ts';
import { StartRefusal } from './start-refusal.ts';

describe('settings from the environment', () => {
  it('are complete without a single variable', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:8080',
      namedBaseUrl: undefined,
      databaseUrl: undefined,
      appDatabaseUrl: undefined,
      dataFolder: join(productRoot, '.data'),
      files: { s3: undefined, scanner: undefined, limits: usualFileLimits },
      logLevel: 'info',
      trustedProxies: 0,
      demo: true,
      smtp: undefined,
      oidc: undefined,
      apiLimits: { perToken: 600, perAddress: 1_200 },
      apiOrigins: [],
      internalHosts: [],
    });
  });

  it('count an empty variable as unset', () => {
    expect(readConfig({ PORT: ' ', DATABASE_URL: '' }).port).toBe(8080);
  });

  it('take the values given', () => {
    const config = readConfig({
      PORT: '9000',
      SAURO_BASE_URL: 'https://caicach.example.vn/',
      SAURO_DATA: '/srv/sauro',
      SAURO_DEMO: 'off',
      SAURO_TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({
      port: 9000,
      baseUrl: 'https://caicach.example.vn',
      dataFolder: '/srv/sauro',
      demo: false,
      trustedProxies: 1,
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['SAURO_BASE_URL', 'https://a.vn/path'],
    ['LOG_LEVEL', 'loud'],
    ['SAURO_TRUST_PROXY', '-1'],
    ['SAURO_DEMO', 'maybe'],
    ['SAURO_SMTP_URL', 'http://mail.example.vn'],
    ['SAURO_OIDC_ISSUER', 'http://sso.example.vn'],
  ])('refuse %s=%s with a sentence that names the variable', (name, value) => {
    const refusal = refusalOf(() => readConfig({ [name]: value }));
    expect(refusal.sentence.vi).toContain(name);
    expect(refusal.sentence.en).toContain(name);
  });

  it('take a mail server only with its sender', () => {
    const url = 'smtp://sauro:bi-mat@mail.example.vn:587';
    const from = 'Sáu Rõ <sauro@xa.example.vn>';
    expect(readConfig({ SAURO_SMTP_URL: url, SAURO_MAIL_FROM: from }).smtp).toEqual({ url, from });
    for (const SAURO_MAIL_FROM of ['', 'nobody', 'a@b\r\nBcc: c@d'])
      expect(refusalOf(() => readConfig({ SAURO_SMTP_URL: url, SAURO_MAIL_FROM })).message).toContain(
        'SAURO_MAIL_FROM',
      );
  });

  it('take an identity provider with its client and its roles', () => {
    const env = {
      SAURO_OIDC_ISSUER: 'https://sso.example.vn/realms/tinh',
      SAURO_OIDC_CLIENT_ID: 'sauro',
      SAURO_OIDC_CLIENT_SECRET: 's3cret',
      SAURO_OIDC_ROLE_CLAIM: 'realm_access.roles',
      SAURO_OIDC_ROLES: 'cchc-quan-tri=admin, cchc-dau-moi=focal',
    };
    expect(readConfig(env).oidc).toMatchObject({
      nameClaim: 'preferred_username',
      roleClaim: 'realm_access.roles',
      roles: new Map([
        ['cchc-quan-tri', 'admin'],
        ['cchc-dau-moi', 'focal'],
      ]),
    });
    const lacking = { ...env, SAURO_OIDC_CLIENT_SECRET: '' };
    expect(refusalOf(() => readConfig(lacking)).message).toContain('SAURO_OIDC_CLIENT_SECRET');
    expect(refusalOf(() => readConfig({ ...env, SAURO_OIDC_ROLES: 'admin' })).message).toContain(
      'SAURO_OIDC_ROLES',
    );
  });

  it('take a bucket with its keys, a scanner and limits of files', () => {
    const env = {
      SAURO_S3_URL: 'https://s3.example.vn/minh-chung/',
      SAURO_S3_KEY: 'k',
      SAURO_S3_SECRET: 's3cret',
      SAURO_CLAMD: 'clamav:3310',
      SAURO_FILE_MB: '20',
      SAURO_SENDING_MB: '10',
    };
    const megabyte = 1024 * 1024;
    expect(readConfig(env).files).toEqual({
      s3: {
        url: 'https://s3.example.vn/minh-chung',
        region: 'us-east-1',
        accessKeyId: 'k',
        secretAccessKey: 's3cret',
      },
      scanner: { host: 'clamav', port: 3310 },
      limits: { mostFileBytes: 20 * megabyte, mostSendingBytes: 20 * megabyte },
    });
    expect(readConfig({ SAURO_CLAMD: '/run/clamd.sock' }).files.scanner).toEqual({ path: '/run/clamd.sock' });
    expect(refusalOf(() => readConfig({ ...env, SAURO_S3_SECRET: '' })).message).toContain('SAURO_S3_SECRET');
    for (const url of ['ftp://x/b', 'https://x', 'https://u:p@x/b', 'https://x/b/c'])
      expect(refusalOf(() => readConfig({ ...env, SAURO_S3_URL: url })).message).toContain('SAURO_S3_URL');
  });

  it('never repeat an address that may hold a password', () => {
    expect(refusalOf(() => readConfig({ DATABASE_URL: 'http://u:s3cret@h/d' })).message).not.toContain(
      's3cret',
    );
  });
});

function refusalOf(act: () => unknown): StartRefusal {
  try {
    act();
  } catch (error) {
    if (error instanceof StartRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
