import { SMTPServer } from 'smtp-server';

/**
 * A mail server as a program of its own, for tests: prints the port it listens on, then each letter it took as one
 * line of JSON. It declines every letter to `khong-nhan@…`.
 */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, answer) =>
    answer(address.startsWith('khong-nhan@') ? new Error('no such mailbox') : null),
  onData: (stream, session, answer) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      process.stdout.write(`${JSON.stringify({ to, raw: Buffer.concat(parts).toString('utf8') })}\n`);
      answer();
    });
  },
});

server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
