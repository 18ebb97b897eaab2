import type { DuePart } from './due-parts.ts';
import { LIMIT, OFFSET_UNITS } from './due-words.ts';
import type { Due, Offset } from './plan-reading.ts';

const OFFSET =
  /(?<!(?:ngay|mung|mong) )(?<![\d/])(\d{1,3}) (ngay lam viec|ngay|tuan|thang)(?: lam viec)?,? (?:ke tu|sau|tu|tinh tu)(?: ngay| khi| thoi diem)*(?![a-z])(?! (?:sau|ke tiep))/;
const OFFSET_ALONE =
  /^(?:trong|trong vong|trong thoi han|sau|cham nhat|khong qua|toi da|\s)*(?:la )?(\d{1,3}) (ngay lam viec|ngay|tuan)$/;
const AFTER =
  /^(?:(?!theo|truoc|hang |moi |tung |quy|thang|nam)[a-z]+ ){0,4}?(?:(?:ngay )?(?<!thu )sau(?: khi| ngay)?|ngay khi|khi|ke tu(?: khi| ngay)?|trong vong|trong thoi gian)(?: khi| ngay)* (?=[a-z])(?!moi (?:\d{1,2} )?(?:thang|quy|nam|tuan)\b)(?!(?:thang|quy|ngay|nam) (?:\d|i)|thang (?:sau|toi))/;
/** "Sau kết thúc kiểm tra 07 ngày làm việc". */
const OFFSET_BEHIND = /^sau (?:khi )?([a-z][a-z ]{3,60}?) (\d{1,3}) (ngay lam viec|ngay|tuan)$/;
/** Hours are finer than any deadline that is counted here; the words stay unread. */
const HOURS_AFTER = /\d{1,3} (?:gio|phut)(?: lam viec)? (?:ke tu|sau|tu|tinh tu)(?: khi| luc| thoi diem)* /;
const WHEN_ASKED =
  /^(?:(?!theo|truoc|hang |moi |tung |quy|thang|nam)[a-z]+(?:[,/] ?| )){0,4}?(?=(?:dot xuat(?! (?:va|hoac) dinh ky)(?!.*\b(?:moi|hang) (?:tuan|thang|quy|nam)\b)|khi (?:co |duoc |nhan duoc )?(?:yeu cau|chi dao|de nghi|can thiet|can|trieu tap)))(?:khi (?:co |duoc |nhan duoc )?)?/;
const RHYTHM_WORD = '(?:hang|moi|tung|dinh ky|dot|\\d|giai doan|cac (?:thang|quy))';
const AS_ASKED = new RegExp(
  `^(?:(?:thuc hien|hoan thanh|trien khai|thoi gian|kip thoi|bao dam|dam bao|dung|trong|thoi han|tien do|${LIMIT})[ ,]+)*(?:theo|tuy(?: theo| thuoc)?|can cu(?: vao)?|phu hop(?: voi)?)(?! ${RHYTHM_WORD})(?! (?:quy|thang|nam|tuan)\\b(?! dinh| che| trinh| hoach)) `,
);
const AS_RULED =
  /^(?:(?:dung|trong|dam bao|bao dam|thuc hien|hoan thanh|kip thoi) )*(?:thoi han|thoi gian|tien do|ke hoach|quy dinh)(?: |$)/;
const SOMEWHERE = /(?:^|[ ,;(])(?:theo|tuy theo|tuy thuoc|can cu) (?=[a-z])/;

/** "Theo yêu cầu của Sở Nội vụ", "Sau công bố kết quả", "Trong 03 ngày làm việc kể từ khi có quyết định". */
export function readEvent(text: string, printed: string): DuePart | undefined {
  const counted = readCounted(text, printed);
  if (counted) return counted;
  const asked = WHEN_ASKED.exec(text);
  if (asked) return eventDue('on-request', printed.slice(asked[0].length).trim());
  const after = AFTER.exec(text);
  if (after) return eventDue('after-event', printed.slice(after[0].length).trim());
  const ruled = AS_ASKED.exec(text);
  return ruled ? eventDue('on-request', printed.slice(ruled[0].length).trim()) : undefined;
}

/** A number of days or hours before or behind an event, or alone. */
function readCounted(text: string, printed: string): DuePart | undefined {
  const offset = OFFSET.exec(text);
  if (offset) {
    const event = printed.slice(offset.index + offset[0].length).trim();
    return eventDue('after-event', event, { offset: offsetOf(offset[1], offset[2]) });
  }
  const behind = OFFSET_BEHIND.exec(text);
  if (behind?.[1]) {
    const start = text.indexOf(behind[1]);
    const event = printed.slice(start, start + behind[1].length);
    return eventDue('after-event', event, { offset: offsetOf(behind[2], behind[3]) });
  }
  const alone = OFFSET_ALONE.exec(text);
  if (alone) {
    return { ...eventDue('after-event', '', { offset: offsetOf(alone[1], alone[2]) }), left: text };
  }
  const hours = HOURS_AFTER.exec(text);
  if (!hours) return undefined;
  const event = printed.slice(hours.index + hours[0].length).trim();
  return { ...eventDue('after-event', event), left: text };
}

function offsetOf(count: string | undefined, unit: string | undefined): Offset {
  return { count: Number(count), unit: OFFSET_UNITS[unit ?? ''] ?? 'day' };
}

/** The same for a phrase that names no time at all: "Đúng thời hạn quy định", "Định kỳ theo quy chế". */
export function readLooseEvent(text: string, printed: string): DuePart | undefined {
  const somewhere = SOMEWHERE.exec(text);
  if (somewhere) return eventDue('on-request', printed.slice(somewhere.index + somewhere[0].length).trim());
  const ruled = AS_RULED.exec(text);
  return ruled ? eventDue('on-request', printed) : undefined;
}

function eventDue(kind: 'on-request' | 'after-event', event: string, more: Partial<Due> = {}): DuePart {
  const words = event.replace(/[.;,\s]+$/, '');
  const due: Due = {
    kind,
    from: null,
    to: null,
    recurrence: null,
    ...(words === '' ? {} : { event: words }),
    ...more,
  };
  return { due, left: '' };
}
