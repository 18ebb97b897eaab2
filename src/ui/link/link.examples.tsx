import type { Example } from '../gallery/example.ts';
import { FileLink, Link } from './link.tsx';

export const examples: Example[] = [
  {
    name: 'in a sentence, to another site, in another language',
    render: () => (
      <p>
        Theo <Link href="#plan">Kế hoạch số 12/KH-UBND</Link>, căn cứ{' '}
        <Link href="#law" outside={{ label: 'trang khác' }}>
          Nghị định 30/2020/NĐ-CP
        </Link>
        ; bản tiếng Anh:{' '}
        <Link href="#en" lang="en">
          Plan in English
        </Link>
        .
      </p>
    ),
  },
  {
    name: 'a file, with a long name',
    render: () => (
      <p>
        <FileLink href="#file" name="Kế hoạch cải cách hành chính năm 2026.docx" note="Word, 48 kB" />
        <br />
        <FileLink
          href="#long"
          name="KẾ_HOẠCH_CẢI_CÁCH_HÀNH_CHÍNH_NHÀ_NƯỚC_NĂM_2026_XÃ_ĐỒNG_KỲ_BẢN_CHÍNH_THỨC_ĐÃ_KÝ_SỐ.pdf"
          note="PDF, 1,2 MB"
        />
      </p>
    ),
  },
];
