/**
 * The review of a draft, signed in: the page of Hưng Thịnh with a row open, one step (accept a row and show the next),
 * and the page of a draft of 2,000 rows. Medians of nine; bars 200 ms for the seed plan and 600 ms for 2,000 rows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { testPassword } from '#modules/directory/tenant/fixtures.ts';
import { signInLink } from '#modules/directory/links.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { listRows } from '#modules/planning/plan-draft/queries.server.ts';
import { draftLink, draftRowLink } from '#modules/planning/links.ts';
import { buildApp } from '../src/entry/app.ts';
import { wholeApp } from '../src/entry/testing-app.ts';
import { medianTime } from './median.ts';
import { withPlace } from './place.ts';

const runs = 9;
const origin = 'http://localhost';

await withPlace(async ({ services, home }) => {
  const focal = home.signIn('focal');
  const app = buildApp(await wholeApp(services));
  const signedIn = await app.fetch(
    new Request(origin + signInLink(), {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ name: focal, password: testPassword }),
    }),
  );
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const send = async (path: string, form?: Record<string, string>): Promise<string> => {
    const answer = await app.fetch(
      new Request(origin + path, {
        headers: { cookie, origin },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      }),
    );
    await answer.arrayBuffer();
    return answer.headers.get('location') ?? '';
  };
  const draftOf = (fileName: string, bytes: Buffer) =>
    readPlanNow((mode, work) => home.as(focal, mode, work), { fileName, bytes });

  const seed = await draftOf(
    'hung-thinh-2025.txt',
    readFileSync(join(productRoot, 'seed', 'plans', 'hung-thinh-2025.txt')),
  );
  const rows = await home.as(focal, 'read', (ctx) => listRows(ctx, seed));
  const tasks = rows.filter((row) => row.kind === 'task');
  await measure('review of Hưng Thịnh, a row open', 200, (run) =>
    send(draftLink(seed, { dong: tasks[run]?.id })),
  );
  await measure('accept a row and show the next', 300, async (run) => {
    const row = tasks[run];
    await send(
      await send(draftRowLink(seed, row?.id ?? ''), { deed: 'nhan', version: String(row?.version) }),
    );
  });
  const large = await draftOf('lon.txt', Buffer.from(largePlan(2_000)));
  await measure('review of 2,000 rows', 600, () => send(draftLink(large)));
});

async function measure(what: string, barMs: number, work: (run: number) => Promise<unknown>): Promise<void> {
  const took = await medianTime(runs, work);
  console.log(`${what}: ${took.toFixed(0)} ms (bar ${barMs} ms)`);
  if (took > barMs) process.exitCode = 1;
}

function largePlan(count: number): string {
  const head = `ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\nSố: 10/KH-UBND\tBình An, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\nPHỤ LỤC\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian hoàn thành\n`;
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `${index + 1}\tRà soát thủ tục hành chính lĩnh vực ${index * 7919} và công khai kết quả đợt ${index}\tBáo cáo\tVăn phòng HĐND và UBND\tQuý ${['I', 'II', 'III', 'IV'][index % 4] ?? 'I'}/2026`,
  );
  return head + lines.join('\n');
}
