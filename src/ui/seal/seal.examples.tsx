import type { Example } from '../gallery/example.ts';
import { ButtonRow } from '../button/button.tsx';
import { Seal, SealScore } from './seal.tsx';

export const examples: Example[] = [
  {
    name: 'brand, emblem, panel, glyph',
    render: () => (
      <ButtonRow>
        <Seal size="brand" />
        <Seal size="emblem" />
        <Seal size="panel" cells={[true, true, true, true, true, false]} label="5/6, thiếu rõ thẩm quyền" />
        <Seal size="glyph" />
      </ButtonRow>
    ),
  },
  {
    name: 'in a row of a list',
    render: () => (
      <ButtonRow>
        <SealScore cells={[true, true, true, true, true, true]} score="6/6" said="đủ sáu rõ" />
        <SealScore
          cells={[false, true, false, true, true, true]}
          score="4/6"
          said="thiếu người, trách nhiệm"
        />
        <SealScore cells={[false, false, false, false, false, false]} score="0/6" said="chưa rõ điều nào" />
      </ButtonRow>
    ),
  },
];
