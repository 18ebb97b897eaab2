import { SMTPServer } from 'smtp-server';

/**
 * A mail server as a program of its own, for tests: prints the port it listens on, then each letter it took as one
 * line of JSON. It declines every letter to `khong-nhan@…`, asks those to `tam-hoan@…` to come later, takes its time
 * with those to `cham@…`, and hangs up on `dut@…` when it has the letter.
 */
const refusals: Readonly<Record<string, [string, number]>> = {
  'khong-nhan': ['no such mailbox', 550],
  'tam-hoan': ['come again later', 451],
};
const slowMs = 400;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, answer) => {
    const [words, responseCode] = refusals[address.split('@')[0] ?? ''] ?? [];
    answer(words === undefined ? null : Object.assign(new Error(words), { responseCode }));
  },
  onData: (stream, session, answer) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      process.stdout.write(
        `${JSON.stringify({ to, connection: session.id, raw: Buffer.concat(parts).toString('utf8') })}\n`,
      );
      if (to.some((address) => address.startsWith('dut@'))) process.exit(1);
      if (to.some((address) => address.startsWith('cham'))) setTimeout(answer, slowMs);
      else answer();
    });
  },
});

server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
