import type { BuiltInRole } from './role.ts';

/** How positions begin that come with a role of their own. */
const byTitle: readonly (readonly [RegExp, BuiltInRole])[] = [
  [/^(?:phó )?chủ tịch\b/iu, 'leader'],
  [/^(?:trưởng (?:thôn|bản|ấp|làng|buôn|khu phố|khối|tổ)|tổ trưởng(?: tổ)? dân phố)/iu, 'community'],
];

/** The role that somebody in this position is usually given, for an administrator to change. */
export function usualRole(officer: { positionTitle: string; isHead: boolean }): BuiltInRole {
  const title = officer.positionTitle.normalize('NFC').trim();
  const own = byTitle.find(([beginning]) => beginning.test(title));
  return own?.[1] ?? (officer.isHead ? 'unit-head' : 'officer');
}
