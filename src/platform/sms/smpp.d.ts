/** What we use of the package, which has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly message_id?: string;
    readonly system_id?: string;
    readonly password?: string;
    readonly source_addr?: string;
    readonly destination_addr?: string;
    readonly esm_class?: number;
    readonly data_coding?: number;
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly short_message?: { readonly message?: string | Buffer; readonly udh?: readonly Buffer[] };
    response(options?: Record<string, unknown>): Pdu;
  }

  type Answered = (pdu: Pdu) => void;

  export class Session extends EventEmitter {
    bind_transceiver(options: Record<string, unknown>, answered: Answered): boolean;
    submit_sm(options: Record<string, unknown>, answered: Answered): boolean;
    deliver_sm(options: Record<string, unknown>, answered?: Answered): boolean;
    enquire_link(answered: Answered): boolean;
    unbind(answered: Answered): boolean;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
  }

  const smpp: {
    connect(options: { host: string; port: number; tls: boolean }): Session;
    createServer(listener: (session: Session) => void): NetServer;
  };
  export default smpp;
}
