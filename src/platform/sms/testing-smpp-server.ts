import smpp, { type Pdu } from 'smpp';

/**
 * A centre for short messages as a program of its own, for tests: prints the port it listens on, then each message it
 * took as one line of JSON. Numbers that end in 9 have a bad address, in 8 too much is sent, at 7 it hangs up, and
 * whatever it takes it reports as delivered, or as lost where the number ends in 6.
 */
let taken = 0;
const server = smpp.createServer((session) => {
  session.on('error', () => undefined);
  session.on('bind_transceiver', (pdu: Pdu) => {
    session.send(pdu.response({ command_status: pdu.password === 'mat-khau' ? 0 : 0x0e }));
  });
  session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
  session.on('submit_sm', (pdu: Pdu) => {
    const last = pdu.destination_addr?.slice(-1);
    if (last === '9') return session.send(pdu.response({ command_status: 0x0b }));
    if (last === '8') return session.send(pdu.response({ command_status: 0x58 }));
    taken += 1;
    const id = `sms-${taken}`;
    const { message, udh } = pdu.short_message ?? {};
    process.stdout.write(
      `${JSON.stringify({
        id,
        to: pdu.destination_addr,
        from: pdu.source_addr,
        coding: pdu.data_coding,
        text: String(message),
        part: udh?.[0] && [...udh[0]].slice(-2),
      })}\n`,
    );
    if (last === '7') return session.destroy();
    session.send(pdu.response({ message_id: id }));
    const state = last === '6' ? 'UNDELIV' : 'DELIVRD';
    return session.deliver_sm({
      source_addr: pdu.destination_addr,
      destination_addr: pdu.source_addr,
      esm_class: 4,
      short_message: `id:${id} sub:001 dlvrd:001 submit date:2605121030 done date:2605121031 stat:${state} err:000 text:`,
    });
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
