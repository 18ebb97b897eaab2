import type { ListShape } from '#platform/list/filter.ts';
import { builtInRoles } from '../account/role.ts';

/** A role that may be given, or one put aside. */
export const roleStates = ['dang-dung', 'da-ngung'] as const;
/** A role that every office has, or one of this office alone. */
export const roleOrigins = ['co-san', 'rieng'] as const;

const acts = [...new Set(Object.values(builtInRoles).flatMap((grants) => Object.keys(grants)))].sort();

/** What the list of roles can be filtered and sorted by, as addresses name it. */
export const roleListShape: ListShape = {
  fields: {
    'trang-thai': { kind: 'choice', choices: roleStates },
    loai: { kind: 'choice', choices: roleOrigins },
    quyen: { kind: 'choice', choices: acts },
    ten: { kind: 'text' },
    'so-nguoi': { kind: 'number' },
  },
  sorts: ['thu-tu', 'ten', 'so-nguoi'],
};
