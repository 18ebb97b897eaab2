import { bare } from './letters.ts';

const OF_TOTAL = /(?:tren|trong) tong so ([^,;:()]{3,90}?)(?= (?:dat|la|duoc)(?![a-z])|[,;:(]|$)/;
const BEHIND_SHARE =
  /\d\s?% (?:so |tong so |cac )?([^,;:()\d]{3,90}?)(?= (?:duoc|co|phai|dat|thuc hien|su dung|hoan thanh|tham gia|xu ly|giai quyet|trien khai|biet|hai long|cam ket|khong|da|tro len|trao doi)(?![a-z])|[,;:(]|$)/;
const OF_RATE =
  /(?:ty|ti) le (?:cac )?((?:(?:ho so|thu tuc|van ban|nguoi dan|doanh nghiep|can bo|cong chuc|vien chuc|giao dich|ket qua|nhiem vu|phan anh|co quan|don vi|tthc|ho|thon)(?![a-z])[, ]*(?:va |hanh chinh |tthc )?){1,5})/;

const NO_SCOPE = /^(?:tro (?:len|xuong)|so voi|ke hoach|vao|nam|thoi gian)\b/;

/** Of what a share is taken: "trên tổng số TTHC có đủ điều kiện", "100% hồ sơ được số hóa"; null when not said. */
export function scopeOf(clause: string): string | null {
  const plain = bare(clause);
  for (const grammar of [OF_TOTAL, BEHIND_SHARE, OF_RATE]) {
    const match = grammar.exec(plain);
    if (!match?.[1]) continue;
    const start = match.index + match[0].lastIndexOf(match[1]);
    const words = clause.slice(start, start + match[1].length).replace(/(?<![\s,])[\s,]+(?:và\s*)?$/u, '');
    if (words.length > 2 && !NO_SCOPE.test(bare(words))) return words;
  }
  return null;
}
