import { describe, expect, it } from 'vitest';
import { readHeldRoles } from './held-roles.ts';

const officer = { code: 'officer', requires: false, grants: { 'a.b.read': 'own', 'a.b.write': 'all' } };
const head = { code: 'head', requires: true, grants: { 'a.b.read': 'unit', 'a.b.write': 'own' } };
const none = { code: 'guest', requires: false, grants: null };

describe('the roles of a person', () => {
  it('come to the widest scope of each act', () => {
    const held = readHeldRoles(JSON.stringify([officer, head, none]));
    expect(held.roles).toEqual(['officer', 'head', 'guest']);
    expect([...held.grants]).toEqual([
      ['a.b.read', 'unit'],
      ['a.b.write', 'all'],
    ]);
  });

  it('demand a second factor where one of them does', () => {
    expect(readHeldRoles(JSON.stringify([officer, head])).demandsFactor).toBe(true);
    expect(readHeldRoles(JSON.stringify([officer, none])).demandsFactor).toBe(false);
  });

  it('are read anew as soon as a grant differs', () => {
    const before = readHeldRoles(JSON.stringify([officer]));
    expect(readHeldRoles(JSON.stringify([officer]))).toBe(before);
    const after = readHeldRoles(JSON.stringify([{ ...officer, grants: { 'a.b.read': 'own' } }]));
    expect([...after.grants]).toEqual([['a.b.read', 'own']]);
  });

  it('are nothing where there are none', () => {
    expect(readHeldRoles('[]')).toEqual({ roles: [], demandsFactor: false, grants: new Map() });
  });
});
