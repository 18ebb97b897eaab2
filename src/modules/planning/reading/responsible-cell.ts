import { bare } from './letters.ts';

/** The words of one cell that names who leads and who helps, told apart. */
export interface Responsible {
  lead: string;
  coordinators: string;
  /** True when nothing tells them apart: `lead` holds all, and the first unit leads. */
  firstLeads?: true;
}

const HELPERS_BEHIND =
  /(?:[;,.\n(/-]\s*|\s+)(?:(?:(?:co quan|don vi|bo phan|cq|dv|phong)\s+)?phoi hop(?:\s+(?:voi|thuc hien))*\s*:?|(?:ph|phu)\s*:)\s*/;
const LEADER_FRONT =
  /^\s*(?:[-+•]\s*)?(?:(?:co quan|don vi|bo phan|cq|dv|phong|giao)\s+)?(?:chu tri|dau moi|thuc hien|phu trach|ct|chinh)(?:\s+thuc hien)?\s*:\s*/;

/**
 * Splits "Chủ trì: A; phối hợp: B", "A chủ trì, B phối hợp", "A (chủ trì), B (phối hợp)" into the one and the others.
 *
 * `combined` says that the column is for both: then, without any such word, the first unit leads and a line break or
 * semicolon begins the others.
 */
export function splitResponsible(text: string, combined: boolean): Responsible {
  const plain = bare(text);
  const marked = byMarks(text, plain);
  if (marked) return marked;
  const front = LEADER_FRONT.exec(plain);
  const start = front?.[0].length ?? 0;
  const helpers = HELPERS_BEHIND.exec(plain.slice(start));
  if (helpers && !/^\s*\)?\s*$/.test(plain.slice(start + helpers.index + helpers[0].length))) {
    const cut = start + helpers.index;
    return { lead: text.slice(start, cut), coordinators: text.slice(cut + helpers[0].length) };
  }
  const leads = /\(?\bchu tri\b\)?\s*[,;.\n-]?\s*/.exec(plain.slice(start));
  if (leads && /\bphoi hop\b/.test(plain.slice(start + leads.index))) {
    const cut = start + leads.index;
    const rest = text.slice(cut + leads[0].length);
    return { lead: text.slice(start, cut), coordinators: withoutRole(rest) };
  }
  if (!combined) return { lead: text.slice(start), coordinators: '' };
  const gap = /[\n;]/.exec(text.slice(start));
  if (!gap) return { lead: text.slice(start), coordinators: '', firstLeads: true };
  const cut = start + gap.index;
  return { lead: text.slice(start, cut), coordinators: text.slice(cut + gap[0].length) };
}

const MARK =
  /\(\s*(?:(ct|chu tri|chinh|dau moi|chu tri thuc hien)|(ph|phoi hop|tham gia|phoi hop thuc hien))\s*\)/g;

/** Tells "A (CT), B (PH), C (PH)" apart by the mark behind each; what follows the last mark helps. */
function byMarks(text: string, plain: string): Responsible | undefined {
  const read: Responsible = { lead: '', coordinators: '' };
  let from = 0;
  for (const mark of plain.matchAll(MARK)) {
    const piece = text.slice(from, mark.index).replace(/^[\s;,.]+/, '');
    if (mark[1] === undefined) read.coordinators += `${piece}; `;
    else read.lead += `${piece}; `;
    from = mark.index + mark[0].length;
  }
  if (read.lead === '') return undefined;
  return { lead: read.lead, coordinators: `${read.coordinators}${withoutRole(text.slice(from))}` };
}

function withoutRole(text: string): string {
  const at = bare(text).search(/\(?\bphoi hop\b/);
  return at < 0 ? text : `${text.slice(0, at)}${text.slice(at).replace(/^\(?\S+\s+\S+\)?/, '')}`;
}
