import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** Where the mail server stands, and who signs in there. */
export interface MailServer {
  readonly options: SMTPConnection.Options;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

const patienceMs = 15_000;
/** An idle connection is kept so long for the next letter. */
const idleMs = 3_000;

type Taken = { readonly connection: SMTPConnection; readonly isFresh: boolean } | { readonly error: Error };

/** Connections to one mail server that carry one letter after the other. */
export function connectionPool({ options, auth }: MailServer) {
  const idle = new Map<SMTPConnection, NodeJS.Timeout>();
  const drop = (connection: SMTPConnection) => {
    clearTimeout(idle.get(connection));
    idle.delete(connection);
  };
  return {
    /** One that lay idle, or a fresh one; the error where none can be had. */
    take: async (): Promise<Taken> => {
      const [connection] = idle.keys();
      if (connection) {
        drop(connection);
        return { connection, isFresh: false };
      }
      try {
        const fresh = await open(options, auth);
        fresh.once('end', () => drop(fresh));
        return { connection: fresh, isFresh: true };
      } catch (error) {
        return { error: error as Error };
      }
    },
    giveBack: (connection: SMTPConnection): void => {
      const timer = setTimeout(() => {
        idle.delete(connection);
        connection.quit();
      }, idleMs);
      timer.unref();
      idle.set(connection, timer);
    },
    close: async (): Promise<void> => {
      for (const connection of idle.keys()) {
        drop(connection);
        connection.quit();
        await new Promise((resolve) => connection.once('end', resolve));
      }
    },
  };
}

function open(options: SMTPConnection.Options, auth: MailServer['auth']): Promise<SMTPConnection> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      ...options,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    });
    // A failure while a letter is under way is told to whoever sends it; later ones concern nobody.
    connection.on('error', reject);
    connection.connect((failed) => {
      if (failed) return reject(failed);
      if (!auth) return resolve(connection);
      return connection.login({ credentials: auth }, (refused) => {
        if (!refused) return resolve(connection);
        connection.close();
        return reject(refused);
      });
    });
  });
}
