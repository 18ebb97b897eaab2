import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Scope } from '#platform/session/actor.ts';
import { systemActor } from '#platform/session/actor.ts';
import { newId } from '#platform/db/id.ts';
import { isWithin, readNetwork } from './addresses.server.ts';
import { narrowed, opens, readScope, scopesFor, tokenState } from './api-token.ts';
import { hashTokenText, newTokenText, readTokenText, writeTokenText } from './token-text.server.ts';

describe('the text of a token', () => {
  it('is read back as it was written, and has a form that scanners find', () => {
    const token = newTokenText(newId<'tenant'>());
    const text = writeTokenText(token);
    expect(text).toMatch(/^sauro_[0-9a-f]{104}$/);
    expect(readTokenText(text)).toEqual(token);
    expect(hashTokenText(token)).toHaveLength(32);
  });

  it('is refused when any letter of it is another', () => {
    const text = writeTokenText(newTokenText(newId<'tenant'>()));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '1', '9', 'a', 'f', 'X'), (at, letter) => {
        const other = text.slice(0, at) + letter + text.slice(at + 1);
        return other === text || readTokenText(other) === undefined;
      }),
    );
  });
});

const acts = [
  'planning.task.read',
  'planning.task.assign',
  'planning.plan.read',
  'planning.plan-draft.edit',
  'directory.machine.create',
  'directory.second-factor.take-away',
];
const grants = fc
  .uniqueArray(fc.constantFrom(...acts))
  .map((given) => new Map<string, Scope>(given.map((act) => [act, 'unit'])));

describe('what a token leaves of its owner’s rights', () => {
  it('is never more than the owner has, and only what its scopes name', () => {
    fc.assert(
      fc.property(grants, grants, fc.uniqueArray(fc.constantFrom(...acts)), (own, absent, named) => {
        const scopes = named.map((act) => act.split('.').slice(0, 2).join('.'));
        const actor: Actor = {
          ...systemActor('x', []),
          grants: own,
          standsInFor: [{ officerId: null, unitIds: [], grants: absent }],
        };
        const left = narrowed(actor, scopes);
        for (const [kept, all] of [
          [left.grants, own],
          [left.standsInFor?.[0]?.grants ?? new Map<string, Scope>(), absent],
        ] as const) {
          for (const [act, scope] of kept) {
            expect(all.get(act)).toBe(scope);
            expect(scopes.some((group) => act.startsWith(`${group}.`))).toBe(true);
          }
        }
      }),
    );
  });

  it('reading opens every reading and no deed; a group opens both of its own', () => {
    expect(opens([readScope], 'planning.task', true)).toBe(true);
    expect(opens([readScope], 'planning.task', false)).toBe(false);
    expect(opens(['planning.task'], 'planning.task', false)).toBe(true);
    expect(opens(['planning.task'], 'planning.plan', true)).toBe(false);
  });

  it('offers groups of deeds that programs may do, and no others', () => {
    const all = new Map<string, Scope>(acts.map((act) => [act, 'all']));
    expect(scopesFor(all)).toEqual(['read', 'planning.plan-draft', 'planning.task']);
  });
});

describe('networks', () => {
  it('are read as people write them, and nothing else is', () => {
    expect(['203.0.113.7', ' 203.0.113.0/24 ', '2001:DB8::/32', '::ffff:10.0.0.1'].map(readNetwork)).toEqual([
      '203.0.113.7',
      '203.0.113.0/24',
      '2001:db8::/32',
      '10.0.0.1',
    ]);
    for (const wrong of ['', '10.1', '0x7f.1', '256.1.1.1', '10.0.0.0/33', 'xa.gov.vn', '1.2.3.4/']) {
      expect(readNetwork(wrong), `reads ${wrong}`).toBeUndefined();
    }
  });

  it('hold the addresses that lie in them', () => {
    expect(isWithin('203.0.113.9', ['203.0.113.0/24'])).toBe(true);
    expect(isWithin('::ffff:203.0.113.9', ['203.0.113.0/24'])).toBe(true);
    expect(isWithin('203.0.114.9', ['203.0.113.0/24'])).toBe(false);
    expect(isWithin('2001:db8::1', ['203.0.113.0/24', '2001:db8::/32'])).toBe(true);
    expect(isWithin('unknown', [])).toBe(true);
    expect(isWithin('unknown', ['0.0.0.0/0'])).toBe(false);
  });
});

it('a token works until it is revoked or has run out', () => {
  const now = new Date('2026-05-12T00:00:00Z');
  const later = new Date('2026-05-13T00:00:00Z');
  expect(tokenState({ isRevoked: false, expiresAt: later }, now)).toBe('works');
  expect(tokenState({ isRevoked: false, expiresAt: now }, now)).toBe('expired');
  expect(tokenState({ isRevoked: true, expiresAt: later }, now)).toBe('revoked');
});
