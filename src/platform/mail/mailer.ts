import { createTransport } from 'nodemailer';

/** A letter in plain text to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands letters to the office's mail server. */
export interface Mailer {
  /** Resolves when the server has taken the letter; rejects when it cannot be reached or declines. */
  send(letter: Letter): Promise<void>;
}

const patienceMs = 10_000;

/**
 * Sends by SMTP. `url` is `smtp://` (upgraded to TLS where the server offers it) or `smtps://`, with name and password
 * if the server asks for them; `from` is the sender that people see. Each letter uses a connection of its own.
 */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
  };
}
