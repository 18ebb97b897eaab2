import { describe, expect, it } from 'vitest';
import { contradictsIssuer } from './issuing-body.ts';

describe('the number of a document', () => {
  it.each([
    ['12/BC-UBND', 'Ủy ban nhân dân xã Đồng Kỳ'],
    ['12/BC-UBND', 'UBND xã Đồng Kỳ'],
    ['12/QĐ-UBND', 'Chủ tịch Ủy ban nhân dân tỉnh'],
    ['12/BC-ubnd ', 'uỷ ban nhân dân xã'],
    ['05/NQ-HĐND', 'Hội đồng nhân dân xã'],
    ['30/2020/NĐ-CP', 'Chính phủ'],
    ['7/CV-VPCP', 'Văn phòng Chính phủ'],
    ['15/BC-VHXH', 'Ủy ban nhân dân xã'],
    ['15', 'Ủy ban nhân dân xã'],
    ['12/BC-SNV', ''],
    ['12/BC-SNV', null],
    [null, 'Sở Nội vụ'],
  ])('%j agrees with %j, or says nothing of it', (number, issuer) => {
    expect(contradictsIssuer(number, issuer)).toBe(false);
  });

  it.each([
    ['12/BC-SNV', 'Ủy ban nhân dân xã Đồng Kỳ'],
    ['12/BC-UBND', 'Sở Nội vụ'],
    ['05/NQ-HĐND', 'UBND xã'],
    ['05/NQ-HĐND'.normalize('NFD'), 'UBND xã'],
    ['12/QĐ-TTg', 'Chính phủ'],
  ])('%j says another body than %j', (number, issuer) => {
    expect(contradictsIssuer(number, issuer)).toBe(true);
  });
});
