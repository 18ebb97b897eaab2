import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { servicesOn, type TestServices, testServices } from '#platform/db/testing.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { filePlace } from '#platform/files/file-place.ts';
import { stageContent } from '#platform/files/stage-content.ts';
import { createLog } from '#platform/log/log.ts';
import type { BundledServer } from '#platform/postgres/connection.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';
import { publishAddress } from '../running-address.ts';
import { databaseFindings } from './database.server.ts';
import { workFindings } from './work.server.ts';

const plenty = { isRunning: false, freeBytes: 1e15 };

let services: TestServices;
let folder: string;

beforeAll(async () => {
  services = await testServices();
  folder = mkdtempSync(join(tmpdir(), 'sauro-doctor-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configOf(server: BundledServer) {
  const url = `postgres://sauro@localhost/${server.database}?host=${encodeURIComponent(server.host)}`;
  return readConfig({ DATABASE_URL: url, SAURO_DATA: folder });
}

async function sentencesOf(server: BundledServer): Promise<string[]> {
  const findings = await databaseFindings(configOf(server), createLog('silent'));
  return findings.map(({ verdict, sentence }) => `${verdict}: ${sentence.en}`);
}

async function work(place = plenty): Promise<string[]> {
  const findings = await workFindings(services.migrator, place);
  return findings.map(({ verdict, sentence }) => `${verdict}: ${sentence.en}`);
}

describe('the doctor', () => {
  it('finds nothing wrong with a database that is well', async () => {
    const sentences = await sentencesOf(services.server);
    expect(sentences.filter((one) => one.startsWith('bad'))).toEqual([]);
    for (const part of [
      'Database schema: newest',
      'Clock: agrees',
      'Row-level security: on',
      'none has failed',
    ])
      expect(sentences.join('\n')).toContain(part);
  });

  it('names the files that are lost or were changed', async () => {
    const { tenant } = await testTenant(services);
    const place = filePlace(folder, configOf(services.server).files);
    const hashes: string[] = [];
    for (const words of ['một', 'hai', 'ba']) {
      const staged = await stageContent(place.staging, Readable.from([Buffer.from(words)]), 100);
      hashes.push(staged.sha256);
      await place.store.put({ tenantId: tenant.id, sha256: staged.sha256 }, staged.path);
      await services.migrator.query(
        `insert into platform.file_content values ($1, $2, $3, $4, 'text/plain', 'whole', 'none', now(), now())`,
        [tenant.id, randomUUID(), Buffer.from(staged.sha256, 'hex'), staged.byteCount],
      );
    }
    const files = async () => (await sentencesOf(services.server)).filter((one) => one.includes('files'));
    expect(await files()).toEqual([expect.stringMatching(/^good: All 3 files/)]);
    const pathOf = (sha256 = '') => join(folder, 'files', tenant.id, sha256.slice(0, 2), sha256);
    writeFileSync(pathOf(hashes[0]), 'mốt');
    rmSync(pathOf(hashes[1]));
    const [said = ''] = await files();
    expect(said).toMatch(/^bad: 2 files are lost or changed/);
    for (const sha256 of hashes.slice(0, 2)) expect(said).toContain(sha256.slice(0, 12));
  });

  it('knows a product that runs without its background work', async () => {
    const withdraw = publishAddress(folder, 'http://localhost:1');
    expect(await sentencesOf(services.server)).toContainEqual(
      expect.stringMatching(/^bad: Background work does not run/),
    );
    withdraw();
    expect(await sentencesOf(services.server)).toContainEqual(
      expect.stringMatching(/^note: Background work: not running/),
    );
  });

  it('says of an empty database and of a newer one what they are', async () => {
    const server = await emptyDatabase(inject('testServer'), `doctor_${randomUUID().replaceAll('-', '')}`);
    expect(await sentencesOf(server)).toContainEqual(expect.stringMatching(/^note: Database: empty/));
    const { migrator } = servicesOn(server);
    await migrator.query(`create schema migration;
      create table migration.applied (name text primary key, sha256 text not null, applied_at timestamptz not null default now());`);
    expect(await sentencesOf(server)).toContainEqual(expect.stringMatching(/^bad: .*migrations are missing/));
    await migrator.query(`insert into migration.applied values ('9999_voice_make-it.sql', 'x')`);
    expect(await sentencesOf(server)).toContainEqual(expect.stringMatching(/^bad: .*made by a newer/));
  });

  it('names jobs that failed at every try or are held by a worker that died, without what they worked on', async () => {
    const { migrator } = services;
    await migrator.query(
      `select graphile_worker.add_job('planning.plan-draft.read', '{"words": "kín"}'), graphile_worker.add_job('other.job', '{}')`,
    );
    await migrator.query(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'kín' where payload::text like '%kín%'`,
    );
    await migrator.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '16 minutes', locked_by = 'gone' where payload::text = '{}'`,
    );
    const sentences = await work();
    expect(sentences).toContainEqual(
      expect.stringMatching(/^bad: 1 background jobs .*\(planning\.plan-draft\.read\)/),
    );
    expect(sentences).toContainEqual(expect.stringMatching(/^bad: A background job is held since/));
    expect(sentences.join()).not.toContain('kín');
  });

  it('knows the newest backup, the newest trial, and whether there is room', async () => {
    expect(await work()).toContainEqual(expect.stringMatching(/^note: No backup was ever made/));
    const add = (kind: string, age: string) =>
      services.migrator.query(
        `insert into platform.backup_made values (gen_random_uuid(), $1, now() - $2::interval, 'night.tar.gz', 1, 1, '')`,
        [kind, age],
      );
    await add('backup', '9 days');
    expect(await work()).toContainEqual(expect.stringMatching(/^bad: Newest backup: .*night\.tar\.gz/));
    expect(await work()).toContainEqual(expect.stringMatching(/^note: A restore was never tried/));
    await add('backup', '1 hour');
    await add('rehearsal', '1 hour');
    expect(await work()).toContainEqual(expect.stringMatching(/^good: Newest backup/));
    expect(await work()).toContainEqual(expect.stringMatching(/^good: Newest trial/));
    expect(await work({ ...plenty, freeBytes: 1 })).toContainEqual(
      expect.stringMatching(/^bad: .*no room for a backup/),
    );
  });

  it('notices a clock that was set back', async () => {
    await services.migrator.query(
      `insert into platform.worker_beat values (gen_random_uuid(), now(), now() + interval '2 hours')`,
    );
    expect(await work()).toContainEqual(expect.stringMatching(/^bad: The clock of this machine runs behind/));
  });
});
