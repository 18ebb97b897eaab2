import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testToken } from '#modules/directory/api-token/fixtures.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { apiRefusalCodes } from '#platform/api/problem.ts';
import { testSite } from '../testing.ts';

const guide = readFileSync(join(productRoot, 'docs', 'how-to', 'use-the-api.md'), 'utf8');
const examples = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text.trim());

let server: ReturnType<typeof serve>;
let env: Record<string, string>;

beforeAll(async () => {
  const site = await testSite();
  const home = await testTenant(site.services);
  const focal = home.signIn('focal');
  const { ids } = await home.as(focal, 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Rà soát thủ tục', stage: 'in-progress' }, { title: 'Rà soát văn bản' }]),
  );
  const token = await testToken(site.services, home, focal, [
    'read',
    'planning.task',
    'planning.plan-draft',
    'casework.evidence',
  ]);
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
  env = { BASE: `http://127.0.0.1:${port}`, TOKEN: token, TASK: ids[0] ?? '' };
});

afterAll(() => {
  server.close();
});

async function run(example: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-c', example], {
    env: { ...env, PATH: process.env.PATH, NO_PROXY: '127.0.0.1' },
  });
  return stdout;
}

it('the examples of the guide do what it says', async () => {
  expect(examples).toHaveLength(5);
  const [list = '', paged = '', file = '', submit = '', paste = ''] = examples;
  expect((JSON.parse(await run(list)) as { items: unknown[] }).items).toHaveLength(2);
  expect(await run(paged)).toMatch(
    /link: <\/api\/v1\/tasks\?limit=1&search=ra\+soat&cursor=[\w-]{22}>; rel="next"/i,
  );
  expect(JSON.parse(await run(file))).toMatchObject({
    title: 'bao-cao.pdf',
    number: '31/BC-UBND',
    version: 1,
  });
  expect(JSON.parse(await run(submit))).toMatchObject({ stage: 'submitted', version: 2 });
  expect(JSON.parse(await run(submit))).toMatchObject({ stage: 'submitted', version: 2 });
  expect(JSON.parse(await run(paste))).toMatchObject({ state: 'reading', origin: 'pasted' });
});

it('the guide names every code of the API itself', () => {
  const missing = apiRefusalCodes.filter((code) => code !== 'fault' && !guide.includes(`\`${code}\``));
  expect(missing).toEqual([]);
});
