import { describe, expect, it } from 'vitest';
import { pageLayoutOn } from './page-layout.ts';
import { samplePaper } from './paper.fixtures.ts';
import { type Paper, plainWords } from './paper.ts';
import { printedPaper } from './printed-paper.ts';

const layout = pageLayoutOn('2026-01-26');
const printed = (changes: Partial<Paper>): Paper => printedPaper(samplePaper(changes), layout);

describe('a paper as it is printed', () => {
  it('has capitals where the rules ask for them and nowhere else', () => {
    const paper = printed({});
    expect([paper.issuer, paper.kind, paper.ending?.position, paper.annexes[0]?.title]).toEqual([
      'ỦY BAN NHÂN DÂN\nXÃ ĐỒNG KỲ',
      'KẾ HOẠCH',
      'CHỦ TỊCH',
      'DANH MỤC CÔNG VIỆC',
    ]);
    expect([paper.subject, paper.ending?.signer]).toEqual([samplePaper().subject, 'Nguyễn Văn An']);
    const titles = paper.body.flatMap((block) => (block.kind === 'outline' ? [plainWords(block.words)] : []));
    expect(titles.slice(0, 5)).toEqual([
      'VIỆC CHUNG',
      'PHẠM VI',
      'ĐỐI TƯỢNG',
      'THÔN, BẢN',
      'Phạm vi điều chỉnh',
    ]);
  });

  it('holds no half letters and no controls, and one kind of line end', () => {
    expect(printed({ subject: 'a\ud800b\udc00c\u0007d\u0085e\tf\r\ng\ufeffh😀' }).subject).toBe(
      'abcd\ne f\ngh😀',
    );
  });

  it('composes letters that were typed in pieces', () => {
    expect(printed({ subject: 'Kế hoạch'.normalize('NFD') }).subject).toBe('Kế hoạch');
  });
});
