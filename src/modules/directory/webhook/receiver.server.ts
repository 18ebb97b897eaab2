import { readReceiver } from '#platform/webhook/receiver-address.ts';

/** Whether a text is an address at all; whether letters may go there is judged when one goes out. */
export function isReceiver(text: string): boolean {
  return readReceiver(text, []) !== 'not-a-url';
}
