import { bare } from './letters.ts';
import { readUnits } from './unit-name.ts';

/** Who hands a report in, and to whom. */
export interface Parties {
  by: string | null;
  to: string | null;
}

const RECEIVER =
  /(?:gui(?: ve| den| cho)?|ve|voi|toi|den|cho|bao cao)\s+(?=(?:chu tich|u[bn]nd|uy ban|phong|van phong|so(?! lieu| luong| ket| voi)|trung tam|p\.?|vp)(?![a-z]))/;
const RECEIVER_END =
  / để | trước | chậm nhất | tổng hợp| định kỳ| (?:\d{1,2} )?tháng| quý| năm| hằng| hàng|[.;:,(]/u;
const THROUGH = /^([^.;,(]{0,60}?) ?\(?qua ([^().;,]{3,60})\)?/;
const SENDING =
  /[:;]|(?<![a-z])(?:gui|bao cao|thuc hien|to chuc|can cu|co trach nhiem|chiu|dinh ky|truoc|hang|chu dong|nghiem tuc|chi dao|theo|trien khai|duoc)(?![a-z])/;

/** The units that open a sentence on reports, and the one that it sends them to. */
export function readParties(text: string, level: string): Parties {
  const plain = bare(text);
  return { by: senderOf(text, plain, level), to: receiverOf(text, plain, level) };
}

function senderOf(text: string, plain: string, level: string): string | null {
  const end = SENDING.exec(plain)?.index ?? 0;
  const { units, unknown } = readUnits(text.slice(0, end), level);
  return units.length > 0 && unknown.length === 0 ? units.join(', ') : null;
}

function receiverOf(text: string, plain: string, level: string): string | null {
  const match = RECEIVER.exec(plain);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length);
  const through = THROUGH.exec(rest);
  if (through?.[1] && through[2]) return `${through[1].trim()} (qua ${through[2].trim()})`;
  return readUnits(rest.split(RECEIVER_END)[0] ?? '', level).units[0] ?? null;
}
