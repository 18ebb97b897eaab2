import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** What a scanner says of a file. */
export type ScanVerdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly name: string };

/** Looks into files for programs that do harm. Rejects with `ScannerAway` when it cannot say. */
export interface Scanner {
  scanFile(path: string): Promise<ScanVerdict>;
  scan(source: Readable): Promise<ScanVerdict>;
}

/** The scanner does not answer, or cannot judge this file: nothing is known about it. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
}

/** Where a scanner listens: a host and port, or the path of a socket. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

const silenceMs = 60_000;
const mostBytesAtOnce = 1024 * 1024;

/**
 * The scanner of ClamAV, asked by the command INSTREAM of its daemon: each piece with its length before it, a length of
 * nought at the end, and one line as the answer.
 */
export function clamdScanner(address: ScannerAddress): Scanner {
  const scan = async (source: Readable): Promise<ScanVerdict> => {
    const socket = connect(address);
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('the scanner keeps silent')));
    const answer = lineOf(socket);
    // Who hangs up while it is still being sent to has often said why before.
    answer.catch(() => undefined);
    try {
      await once(socket, 'connect');
      await Promise.race([send(socket, source), answer]);
      return verdictOf(await answer);
    } catch (cause) {
      throw cause instanceof ScannerAway ? cause : new ScannerAway('the scanner is away', { cause });
    } finally {
      source.destroy();
      socket.destroy();
    }
  };
  return { scan, scanFile: (path) => scan(createReadStream(path)) };
}

async function send(socket: Socket, source: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of source as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += mostBytesAtOnce) {
      const piece = chunk.subarray(at, at + mostBytesAtOnce);
      socket.write(lengthOf(piece.length));
      if (!socket.write(piece)) await once(socket, 'drain');
    }
  }
  socket.write(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
}

async function lineOf(socket: Socket): Promise<string> {
  let said = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    said += chunk.toString('utf8');
    if (said.includes('\0') || said.length > 4_096) break;
  }
  return said.replace(/\0.*$/s, '').trim();
}

function verdictOf(line: string): ScanVerdict {
  if (line === 'stream: OK') return { verdict: 'clean' };
  const name = /^stream: (.{1,200}) FOUND$/.exec(line)?.[1];
  if (name !== undefined) return { verdict: 'infected', name };
  throw new ScannerAway(line.slice(0, 200) || 'the scanner said nothing');
}
