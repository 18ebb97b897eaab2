import { type Commune, unitsIn } from './commune-units.ts';
import { bare } from './letters.ts';
import { splitResponsible } from './responsible-cell.ts';

export interface SentenceDoers {
  lead: string[];
  coordinators: string[];
}

const VERBS =
  '(?:chu tri|phoi hop|to chuc|tiep tuc|thuc hien|tham muu|xay dung|chiu trach nhiem|can|co trach nhiem|trien khai|ra soat|huong dan|theo doi|don doc|bao dam|dam bao|nang cao|tang cuong|day manh|chu dong|cong khai|niem yet|tiep nhan|giai quyet|cap nhat|tong hop|bao cao|kiem tra|danh gia|ban hanh|duy tri|phat dong|trinh|lap|cung cap|van hanh|bo tri|phan cong|khao sat|so hoa|su dung|ket noi|phat huy|tuyen truyen|hoan thien|tiet kiem|quan ly|hoan thanh)';
const VERB = new RegExp(`\\s(?=(${VERBS})(?:[\\s,;.]|$))`, 'g');
const OPENING_VERB = new RegExp(`^${VERBS}\\s`);
const HELPERS = /(?:^|[\s,;])phoi hop(?: chat che)?(?: voi| cung)\s+/;
const IN_BRACKETS = /\(([^()]{0,160}\bchu tri\b[^()]{0,160})\)/;
/** "Giao Phòng Kinh tế chủ trì …", behind what is to be done. */
const CHARGE = /(?:^|[.;,]\s+)giao\s+(?:cho\s+)?/;
const PART_OF_NAMES = /^(?:tong hop|quan ly|tuyen truyen|kiem tra|tiep nhan|giai quyet|to chuc)$/;
const LONGEST_SUBJECT = 200;
const MOST_WORDS = 30;

/** Who does what a sentence says: "(Phòng A chủ trì, Phòng B phối hợp)", or the units before its verb. */
export function doersOf(duty: string, commune: Commune): SentenceDoers {
  const plain = bare(duty);
  const note = IN_BRACKETS.exec(plain);
  if (note?.[1] !== undefined) {
    const inside = duty.slice(note.index + 1, note.index + 1 + note[1].length);
    const split = splitResponsible(inside, true);
    return {
      lead: unitsIn(split.lead, commune).units,
      coordinators: unitsIn(split.coordinators, commune).units,
    };
  }
  const charge = CHARGE.exec(plain);
  const start = charge ? charge.index + charge[0].length : 0;
  const lead = OPENING_VERB.test(plain.slice(start)) ? [] : unitsBefore(duty.slice(start), commune);
  const helpers = HELPERS.exec(plain);
  if (!helpers) return { lead, coordinators: [] };
  return { lead, coordinators: unitsBefore(duty.slice(helpers.index + helpers[0].length), commune) };
}

/**
 * The units that words begin with, up to a verb: "Công an xã và các ấp" of "Công an xã và các ấp lập điểm hỗ trợ".
 *
 * A verb that is a part of names ("Trung tâm Dịch vụ tổng hợp") ends the units only if they are none beyond it.
 */
function unitsBefore(words: string, commune: Commune): string[] {
  const helpers = helpersBefore(words, commune);
  if (helpers) return helpers.units;
  const near = words.slice(0, LONGEST_SUBJECT);
  return leadingUnits(near.slice(0, verbsIn(words)[0] ?? near.length), commune);
}

/** The units that words begin with and where the verb behind them starts; undefined without such a verb. */
export function helpersBefore(words: string, commune: Commune): { units: string[]; end: number } | undefined {
  for (const end of verbsIn(words).toReversed()) {
    const units = knownUnits(words.slice(0, end), commune);
    if (units.length > 0) return { units, end };
  }
  return undefined;
}

/** Where the verbs start that may end a subject, up to the first that is no part of names. */
function verbsIn(words: string): number[] {
  const verbs = [...bare(words.slice(0, LONGEST_SUBJECT)).matchAll(VERB)];
  const sure = verbs.findIndex((verb) => !PART_OF_NAMES.test(verb[1] ?? ''));
  return verbs.slice(0, sure < 0 ? verbs.length : sure + 1).map((verb) => verb.index);
}

/** The longest run of words that are units and nothing else. */
function leadingUnits(words: string, commune: Commune): string[] {
  const given = words.split(' ');
  for (let count = Math.min(given.length, MOST_WORDS); count > 1; count--) {
    const units = knownUnits(given.slice(0, count).join(' '), commune);
    if (units.length > 0) return units;
  }
  return [];
}

/** The units that words name, none when other words stand among them. */
function knownUnits(words: string, commune: Commune): string[] {
  const read = unitsIn(words, commune);
  return read.unknown.length === 0 ? read.units : [];
}
