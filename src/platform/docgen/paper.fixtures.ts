import type { Paper } from './paper.ts';

/** A paper that has every part a paper can have. */
export function samplePaper(changes: Partial<Paper> = {}): Paper {
  return {
    laidOutOn: '2026-01-26' as Paper['laidOutOn'],
    title: 'Kế hoạch trồng cây năm 2026',
    superior: 'Ủy ban nhân dân tỉnh Bắc Ninh',
    issuer: 'Ủy ban nhân dân\nxã Đồng Kỳ',
    number: 'Số: 12/KH-UBND',
    placeAndDate: 'Đồng Kỳ, ngày 26 tháng 01 năm 2026',
    urgency: 'Hỏa tốc',
    kind: 'Kế hoạch',
    subject: 'Trồng cây đầu xuân năm 2026 trên địa bàn xã',
    bases: ['Căn cứ Luật Lâm nghiệp;', 'Thực hiện Kế hoạch số 1/KH-UBND,'],
    body: [
      { kind: 'outline', level: 'part', label: 'Phần I', words: 'Việc chung' },
      { kind: 'outline', level: 'chapter', label: 'Chương I', words: 'Phạm vi' },
      { kind: 'outline', level: 'section', label: 'Mục 1', words: 'Đối tượng' },
      { kind: 'outline', level: 'subsection', label: 'Tiểu mục 1', words: 'Thôn, bản' },
      { kind: 'outline', level: 'article', label: 'Điều 1.', words: 'Phạm vi điều chỉnh' },
      { kind: 'outline', level: 'clause', label: '1.', words: 'Khoản thứ nhất.' },
      { kind: 'outline', level: 'point', label: 'a)', words: 'Điểm thứ nhất.' },
      { kind: 'outline', level: 'heading', label: 'I.', words: 'MỤC ĐÍCH, YÊU CẦU' },
      { kind: 'outline', level: 'subheading', label: '1.', words: 'Mục đích' },
      { kind: 'paragraph', words: [{ text: 'Trồng ' }, { text: '1.000 cây', bold: true }] },
      { kind: 'paragraph', words: 'Giữa dòng', align: 'center' },
    ],
    ending: {
      recipientsLabel: 'Nơi nhận:',
      recipients: ['- Như trên;', '- Lưu: VT.'],
      authority: 'TM. Ủy ban nhân dân',
      position: 'Chủ tịch',
      signer: 'Nguyễn Văn An',
    },
    annexes: [
      {
        label: 'Phụ lục',
        title: 'Danh mục công việc',
        note: '(Kèm theo Kế hoạch số 12/KH-UBND)',
        orientation: 'landscape',
        body: [
          {
            kind: 'table',
            caption: 'Danh mục công việc',
            columns: [{ share: 1, align: 'center' }, { share: 6 }, { share: 3 }],
            headerRows: 1,
            rows: [
              { cells: [{ words: 'TT' }, { words: 'Việc' }, { words: 'Hạn' }] },
              {
                cells: [
                  { words: 'I', bold: true },
                  { words: 'LÀM ĐẤT', bold: true, columnSpan: 2 },
                ],
              },
              { cells: [{ words: '1' }, { words: 'Đào hố' }, { words: 'Tháng 01', rowSpan: 2 }] },
              { cells: [{ words: '2' }, { words: 'Bón lót' }] },
            ],
          },
        ],
      },
    ],
    ...changes,
  };
}
