import { describe, expect, it } from 'vitest';
import reference from '../../../seed/reference/document-layout.json' with { type: 'json' };
import { pageLayoutOn } from './page-layout.ts';

const [version] = reference.versions;
const layout = pageLayoutOn('2026-01-26');

describe('the layout of official papers', () => {
  it('stays inside every range of the rules', () => {
    if (version === undefined) throw new Error('the reference has no version');
    for (const [side, mm] of Object.entries(layout.marginsMm)) {
      const [least = 0, most = 0] = version.page.marginsMm[side as keyof typeof layout.marginsMm];
      expect(mm).toBeGreaterThanOrEqual(least);
      expect(mm).toBeLessThanOrEqual(most);
    }
    const sizes = version.elements.map(({ id, sizePt }) => [id, sizePt] as const);
    const bodySize = sizes.find(([id]) => id === 'noi_dung')?.[1];
    expect(bodySize).toContain(layout.looks.body.sizePt);
    expect(version.body.firstLineIndentMm).toContain(layout.firstLineIndentMm);
    expect(version.body.lineSpacing).toContain(layout.lineSpacing);
  });

  it('has a readable size for every element', () => {
    for (const look of Object.values(layout.looks)) {
      expect(look.sizePt).toBeGreaterThanOrEqual(11);
      expect(look.sizePt).toBeLessThanOrEqual(14);
    }
  });

  it('gives the national heading', () => {
    expect([layout.nation, layout.motto]).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ]);
  });

  it('answers for days before the first rules too', () => {
    expect(pageLayoutOn('1999-12-31')).toEqual(layout);
  });
});
