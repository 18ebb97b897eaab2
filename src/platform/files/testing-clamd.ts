import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A daemon that speaks INSTREAM as clamd does, and knows one thing that does harm: the test file of EICAR. */
export interface TestClamd {
  readonly address: { readonly host: string; readonly port: number };
  stop(): Promise<void>;
}

/** The harmless file at which every scanner cries out, in two parts so that no scanner cries out at this one. */
export const eicar = [
  String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$`,
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
].join('');

/** Starts one on a free port of this machine. @param mostBytes beyond which it refuses a stream, as clamd does */
export async function startClamd(mostBytes = 25 * 1024 * 1024): Promise<TestClamd> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    void answer(socket, mostBytes).catch(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port },
    stop: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(socket: Socket, mostBytes: number): Promise<void> {
  let held = Buffer.alloc(0);
  let isOpen = false;
  let content = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    held = Buffer.concat([held, chunk]);
    if (!isOpen) {
      const end = held.indexOf(0);
      if (end < 0) continue;
      if (held.subarray(0, end).toString() !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
      held = held.subarray(end + 1);
      isOpen = true;
    }
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
      const length = held.readUInt32BE(0);
      if (length === 0) {
        const isHarmful = content.includes(eicar);
        return void socket.end(isHarmful ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
      }
      content = Buffer.concat([content, held.subarray(4, 4 + length)]);
      held = held.subarray(4 + length);
      if (content.length > mostBytes) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    }
  }
}
