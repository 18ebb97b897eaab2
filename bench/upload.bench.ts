/**
 * Three files of 100 MB, one after the other, sent through a form to the running product: what each adds at most to the
 * memory of its process, against the bar of 30 MB. Fails when it adds more, or a file is not taken in. Linux alone tells
 * what a process uses. `BENCH_MEGABYTES` makes the files smaller.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword } from '../src/entry/demo/people.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { freePort } from '#platform/http/free-port.ts';
import { signIn } from './place.ts';

const barMegabytes = 30;
const rounds = 3;
const megabyte = 1024 * 1024;
/** A little less than the largest file that is taken in, for what stands around the content. */
const fileMegabytes = Number(process.env.BENCH_MEGABYTES ?? 99);

const data = mkdtempSync(join(tmpdir(), 'sauro-upload-'));
chmodSync(data, 0o711);
const port = await freePort();
const env = { ...process.env, SAURO_DATA: data, PORT: String(port), LOG_LEVEL: 'error', DATABASE_URL: '' };
const product = spawn(process.execPath, [join(productRoot, 'scripts', 'sauro.mjs'), 'start'], {
  env,
  stdio: 'ignore',
});
try {
  await answers(product);
  const cookie = await signIn(port, 'dongky.daumoi', demoPassword);
  const form = await formOf(cookie);
  await send(form, cookie, 3);
  for (let round = 1; round <= rounds; round += 1) {
    const before = usedBy(product.pid);
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, usedBy(product.pid));
    }, 10);
    const begun = performance.now();
    await send(form, cookie, fileMegabytes);
    clearInterval(watch);
    const seconds = (performance.now() - begun) / 1_000;
    const more = peak - before;
    console.log(
      `${fileMegabytes} MB in ${seconds.toFixed(1)} s: ${more.toFixed(1)} MB more (bar ${barMegabytes} MB)`,
    );
    if (more > barMegabytes) process.exitCode = 1;
  }
} finally {
  const ended = once(product, 'exit');
  product.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

async function answers(child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the product ended instead of answering');
}

/** Where the files of some task are sent. */
async function formOf(cookie: string): Promise<string> {
  const list = await (await fetch(`http://127.0.0.1:${port}/nhiem-vu`, { headers: { cookie } })).text();
  const task = /href="(\/nhiem-vu\/[0-9a-f]{8}-[0-9a-f-]{27})/.exec(list)?.[1];
  if (!task) throw new Error('the demo has no task');
  return `${task}/minh-chung/tep`;
}

/** Sends a paper piece by piece, each of other bytes, so that this process holds none of it either. */
async function send(path: string, cookie: string, megabytes: number): Promise<void> {
  const head =
    '--b\r\nContent-Disposition: form-data; name="files"; filename="scan.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n';
  const tail = '\n%%EOF\n\r\n--b--\r\n';
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method: 'POST',
    headers: {
      cookie,
      origin: `http://127.0.0.1:${port}`,
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': head.length + megabytes * megabyte + tail.length,
    },
  });
  const answered = once(sent, 'response');
  sent.write(head);
  for (let at = 0; at < megabytes; at += 1) {
    if (!sent.write(randomBytes(megabyte))) await once(sent, 'drain');
  }
  sent.end(tail);
  const [answer] = (await answered) as [{ statusCode: number; resume(): void }];
  answer.resume();
  if (answer.statusCode !== 303) throw new Error(`the file was answered with ${answer.statusCode}`);
}

/** Megabytes of memory that a process has in use. */
function usedBy(pid: number | undefined): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
