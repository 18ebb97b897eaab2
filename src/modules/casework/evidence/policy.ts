import type { Decision } from '#platform/session/decision.ts';
import type { ProvenRecord } from './owner.server.ts';

/** Evidence has no rights of its own: the record that it is attached to decides. */
type Asked = Pick<ProvenRecord, 'may'>;

/** Attaches a file, an address or a document to the record. */
export function attach(record: Asked): Decision {
  return record.may('casework.evidence.attach');
}

/** Freezes a list of the product as proof of the record. */
export function freeze(record: Asked): Decision {
  return record.may('casework.evidence.freeze');
}

/** Puts a new version in place of one that is attached. */
export function replace(record: Asked): Decision {
  return record.may('casework.evidence.replace');
}

/** Takes a proof away from the record, into the trash. */
export function remove(record: Asked): Decision {
  return record.may('casework.evidence.remove');
}

/** Brings back what was taken away. */
export function restore(record: Asked): Decision {
  return record.may('casework.evidence.restore');
}
