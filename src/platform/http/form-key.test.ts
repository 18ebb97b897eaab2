import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, formKeyField, parseFormKey, withFormKeys } from './form-key.ts';
import { FormValues } from './req.ts';

const keysIn = (html: string) => [...html.matchAll(/value="([^"]+)"/g)].map(([, key]) => key ?? '');

describe('the keys of a page', () => {
  it('are given to each form that writes, and to no other', () => {
    const page = withFormKeys(
      '<form action="/tim"><input></form><form method="post" action="/a" class="form"></form><form class="x" method="post"></form>',
    );
    const keys = keysIn(page);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(parseFormKey(key)).toBe(key);
    expect(page.indexOf(formKeyField)).toBeGreaterThan(page.indexOf('</form>'));
  });

  it('are others each time the page is drawn', () => {
    const html = '<form method="post"></form>';
    expect(withFormKeys(html)).not.toBe(withFormKeys(html));
  });

  it.each(['', 'x', "abcdefghijklmnop.1' or 1=1", 'abcdefghijklmnop', 'a'.repeat(5000)])(
    'are not read from %j',
    (odd) => {
      expect(parseFormKey(odd)).toBeUndefined();
    },
  );
});

describe('the digest of a form', () => {
  const entry = fc.tuple(fc.string(), fc.string());

  it('is the same for the same content, whatever its key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry), async (entries) => {
        const one = await digestOf('/a', new FormValues([...entries, [formKeyField, 'k1']]));
        const two = await digestOf('/a', new FormValues([[formKeyField, 'k2'], ...entries]));
        expect(one.equals(two)).toBe(true);
      }),
    );
  });

  it('differs by address, field, order of values and bytes of a file', async () => {
    const file = (bytes: string) => new File([bytes], 'a.docx');
    const forms: [string, [string, string | File][]][] = [
      ['/a', [['x', '1']]],
      ['/b', [['x', '1']]],
      ['/a', [['x1', '']]],
      [
        '/a',
        [
          ['x', '1'],
          ['x', '2'],
        ],
      ],
      [
        '/a',
        [
          ['x', '2'],
          ['x', '1'],
        ],
      ],
      ['/a', [['x', file('1')]]],
      ['/a', [['x', file('2')]]],
    ];
    const digests = await Promise.all(
      forms.map(async ([address, entries]) =>
        (await digestOf(address, new FormValues(entries))).toString('hex'),
      ),
    );
    expect(new Set(digests).size).toBe(forms.length);
  });
});
