import type { Translation } from '#platform/i18n/texts.ts';
import type { ConfigTexts } from './texts.ts';

export const en: Translation<ConfigTexts> = {
  wrongValue: (name, value, expected) =>
    `The environment variable ${name} has the wrong value "${value}": it takes ${expected}.`,
  expected: {
    port: 'a port number from 0 to 65535',
    host: 'a host name or an IP address',
    postgresUrl: 'an address such as postgres://user:password@host:5432/database',
    folder: 'the path of a folder',
    webUrl: 'an address such as https://reform.commune.gov.vn, with no path behind it',
    logLevel: 'one of: fatal, error, warn, info, debug, trace, silent',
    proxies: 'the number of proxies in front, from 0 to 10',
    token: '16 to 200 letters, digits or signs without blanks',
    smtpUrl: 'an address such as smtp://name:password@host:587 or smtps://name:password@host:465',
    mailRate: 'letters a minute, from 1 to 100000',
    smsUrl: 'an address such as smpp://name:password@host:2775, or ssmpp:// over TLS',
    smsSender: 'a sender of at most 11 Latin letters, or a number, needed with SAURO_SMS_URL',
    sender: 'a sender such as Sáu Rõ <sauro@xa.gov.vn>, needed with SAURO_SMTP_URL',
    issuer: 'the https address of the identity provider (http only on this very machine)',
    oidcClient: 'id and secret of the client at the identity provider, needed with SAURO_OIDC_ISSUER',
    label: 'a name to show, at most 60 characters',
    claim: 'the name of a claim, such as preferred_username or realm_access.roles',
    roleMap: 'pairs of their-role=our-role with commas between, such as cchc-quan-tri=admin',
    rate: 'the requests a minute of one API key, from 20 to 1000000',
    webUrls: 'addresses such as https://page.gov.vn with commas between',
    hosts: 'names of internal hosts, with a port where needed, with commas between',
    megabytes: 'a number of megabytes from 1 to 10000',
    bucketUrl: 'the address of a bucket such as https://s3.example.com/evidence',
    region: 'the region of the bucket, such as us-east-1',
    bucketKey: 'the access key and the secret key of the bucket, needed with SAURO_S3_URL',
    scanner: 'host:port or the path of a socket of clamd, such as 127.0.0.1:3310',
    switch: 'on or off',
  },
};
