import { bare } from './letters.ts';
import { splitResponsible } from './responsible-cell.ts';
import { readUnits } from './unit-name.ts';

export interface SentenceDoers {
  lead: string[];
  coordinators: string[];
}

const VERBS =
  '(?:chu tri|phoi hop|to chuc|tiep tuc|thuc hien|tham muu|xay dung|chiu trach nhiem|can|co trach nhiem|trien khai|ra soat|huong dan|theo doi|don doc|bao dam|dam bao|nang cao|tang cuong|day manh|chu dong|cong khai|niem yet|tiep nhan|giai quyet|cap nhat|tong hop|bao cao|kiem tra|danh gia|ban hanh|duy tri|phat dong|trinh|lap|cung cap|van hanh|bo tri|phan cong|khao sat|so hoa|su dung|ket noi|phat huy|tuyen truyen|hoan thien|trien khai|tiet kiem|quan ly)';
const VERB = new RegExp(`\\s${VERBS}\\s`);
const HELPERS = /(?:^|[\s,;])phoi hop(?: chat che)?(?: voi| cung)\s+/;
const IN_BRACKETS = /\(([^()]{0,160}\bchu tri\b[^()]{0,160})\)/;
const LONGEST_SUBJECT = 200;
const MOST_WORDS = 30;

/** Who does what a sentence says: "(Phòng A chủ trì, Phòng B phối hợp)", or the units before its verb. */
export function doersOf(duty: string, level: string): SentenceDoers {
  const plain = bare(duty);
  const note = IN_BRACKETS.exec(plain);
  if (note?.[1] !== undefined) {
    const inside = duty.slice(note.index + 1, note.index + 1 + note[1].length);
    const split = splitResponsible(inside, true);
    return {
      lead: readUnits(split.lead, level).units,
      coordinators: readUnits(split.coordinators, level).units,
    };
  }
  const verb = VERB.exec(plain);
  const lead = verb && verb.index <= LONGEST_SUBJECT ? knownUnits(duty.slice(0, verb.index), level) : [];
  const helpers = HELPERS.exec(plain);
  if (!helpers) return { lead, coordinators: [] };
  const at = helpers.index + helpers[0].length;
  const end = VERB.exec(plain.slice(at))?.index ?? LONGEST_SUBJECT;
  return { lead, coordinators: leadingUnits(duty.slice(at, at + end), level) };
}

/** The units that words begin with, up to where other words follow: "Công an xã và các ấp làm sạch dữ liệu". */
function leadingUnits(words: string, level: string): string[] {
  const given = words.split(' ');
  for (let count = Math.min(given.length, MOST_WORDS); count > 0; count--) {
    const units = knownUnits(given.slice(0, count).join(' '), level);
    if (units.length > 0) return units;
  }
  return [];
}

/** The units that words name, none when other words stand among them. */
function knownUnits(words: string, level: string): string[] {
  const read = readUnits(words, level);
  const isVerb = /^to chuc$/.test(bare(words).trim());
  return read.unknown.length === 0 && !isVerb ? read.units : [];
}
