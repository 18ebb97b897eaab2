import type { ZaloPlaces } from '../zalo/zalo-places.ts';
import type { Sender } from './sender.ts';

/** The ways that lead out of this program: those of the whole installation, and where accounts of offices are asked. */
export interface Senders {
  readonly mail: Sender | null;
  readonly sms: Sender | null;
  readonly zalo: ZaloPlaces;
}
