import type { Lang } from '#platform/i18n/lang.ts';
import type { Role } from './role.ts';
import { texts } from './texts.ts';

/** What a role is called: the tenant's own word, or ours for a built-in one. */
export function roleName(lang: Lang, role: Pick<Role, 'code' | 'name'>): string {
  return role.name ?? texts(lang).roles[role.code] ?? role.code;
}

/** What an act is called, as "Nhiệm vụ: giao việc"; an act that has no words yet is named by its code. */
export function actName(lang: Lang, act: string): string {
  const { groups, verbs } = texts(lang);
  const at = act.lastIndexOf('.');
  const [group, verb] = [groups[act.slice(0, at)], verbs[act.slice(at + 1)]];
  return group && verb ? `${group}: ${verb.toLocaleLowerCase(lang)}` : act;
}

/** What a group of acts is called, as "Nhiệm vụ"; a group that has no words yet is named by its code. */
export function groupName(lang: Lang, group: string): string {
  return texts(lang).groups[group] ?? group;
}
