import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormValues } from '#platform/http/req.ts';
import { isAsSeen, seenBy, seenField, seenText } from './seen.ts';

const formOf = (text: string) => new FormValues([[seenField, text]]);

describe('what somebody saw of a record', () => {
  it('comes back as it went, and differs when one field does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string({ minLength: 1 }), (facts, name) => {
        const form = formOf(seenText(facts));
        expect(isAsSeen(form, facts)).toBe(true);
        expect(isAsSeen(form, { ...facts, [name]: `${facts[name] ?? ''}x` })).toBe(false);
      }),
    );
  });

  it('is the same whatever the browser does to line ends', () => {
    expect(isAsSeen(formOf(seenText({ text: 'a\r\nb ' })), { text: 'a\nb' })).toBe(true);
  });

  it.each(['', 'x', '[]', 'null', '7', '{"a":{"b":1}}'])('is nothing when the form says %j', (odd) => {
    expect(seenBy(formOf(odd)) ?? {}).toEqual({});
    expect(isAsSeen(new FormValues(), { a: 'b' })).toBe(true);
  });
});
