import { describe, expect, it } from 'vitest';
import { mentionSpans } from './mention-spans.ts';

const people = [
  { id: 'son', fullName: 'Phạm Văn Sơn' },
  { id: 'hanh', fullName: 'Lê Thị Hạnh (demo)' },
  { id: 'lan-1', fullName: 'Vũ Thị Lan' },
  { id: 'lan-2', fullName: 'Đỗ Thị Lan' },
  { id: 'thu', fullName: 'Nguyễn Anh Thư' },
];
const found = (text: string) => mentionSpans(text, people).map(({ typed, ids }) => [typed, ids]);

describe('mentionSpans', () => {
  it.each([
    ['@Phạm Văn Sơn xem giúp', 'Phạm Văn Sơn', ['son']],
    ['Nhờ @pham van son, gấp', 'pham van son', ['son']],
    ['(@Lê Thị Hạnh) đã xem', 'Lê Thị Hạnh', ['hanh']],
    ['Chuyển @Hạnh nộp', 'Hạnh', ['hanh']],
    ['@Sơn', 'Sơn', ['son']],
    ['@Vũ Thị Lan nhé', 'Vũ Thị Lan', ['lan-1']],
    ['xem lại\n@Anh Thư.', 'Anh Thư', ['thu']],
  ])('finds who is meant in %j', (text, typed, ids) => {
    expect(found(text)).toEqual([[typed, ids]]);
  });

  it('says where a name fits several, or nobody', () => {
    expect(found('@Lan ơi')).toEqual([['Lan', ['lan-1', 'lan-2']]]);
    expect(found('@Trần Minh Đức xem giúp')).toEqual([['Trần Minh Đức', []]]);
    expect(found('@ai đó xem giúp')).toEqual([['ai', []]]);
  });

  it('passes over what names nobody', () => {
    expect(found('gửi về a.b@dongky.gov.vn, giá 5@ một cái, @ 10 giờ, @@')).toEqual([]);
  });

  it('does not take the end of a syllable for a name', () => {
    expect(found('@an')).toEqual([['an', []]]);
  });

  it('gives places by which the text can be cut', () => {
    const text = 'Nhờ @Sơn và @Hạnh.';
    expect(mentionSpans(text, people).map(({ from, to }) => text.slice(from, to))).toEqual(['@Sơn', '@Hạnh']);
  });
});
