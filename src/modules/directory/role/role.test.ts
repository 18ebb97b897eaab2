import { describe, expect, it } from 'vitest';
import { builtInRoles } from '../account/role.ts';
import { actName } from './role-name.ts';
import { grantField, readGrants, scopesOf } from './role.ts';

const acts = [...new Set(Object.values(builtInRoles).flatMap((grants) => Object.keys(grants)))];

describe('the grants of a role', () => {
  it('may be every grant of the built-in roles', () => {
    for (const grants of Object.values(builtInRoles)) {
      for (const [act, scope] of Object.entries(grants)) expect(scopesOf(act)).toContain(scope);
      const sent = Object.fromEntries(Object.entries(grants).map(([act, scope]) => [grantField(act), scope]));
      expect(Object.fromEntries(readGrants(sent, acts) ?? [])).toEqual(grants);
    }
  });

  it('are nothing that is not in the table', () => {
    expect(readGrants({ [grantField('directory.role.edit')]: 'own' }, acts)).toBeUndefined();
    expect(readGrants({ [grantField('planning.task.assign')]: 'everything' }, acts)).toBeUndefined();
    expect(readGrants({ [grantField('directory.tenant.create')]: 'all' }, acts)?.size).toBe(0);
  });

  it('have words in both languages, or their code', () => {
    expect(actName('vi', 'planning.task.assign')).toBe('Nhiệm vụ: giao việc');
    expect(actName('en', 'planning.task.assign')).toBe('Tasks: assign');
    const isNameless = (act: string) => actName('vi', act) === act || actName('en', act) === act;
    expect(acts.filter(isNameless)).toEqual([]);
    expect(actName('vi', 'voice.petition.answer')).toBe('voice.petition.answer');
  });
});
