import { describe, expect, it } from 'vitest';
import { readPasted } from './read-pasted.ts';

const FROM_EXCEL = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {white-space:normal;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse;width:192pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=19 style='height:14.4pt'>
  <td colspan=3 height=19 class=xl65 style='height:14.4pt'>DANH MỤC NHIỆM VỤ</td>
 </tr>
 <tr height=19><td height=19>TT</td><td>Nhiệm vụ</td><td>Thời hạn</td></tr>
 <tr height=38><td height=38 align=right x:num>1</td><td class=xl65 width=64>Rà soát<br>
    <span style='mso-spacerun:yes'> </span>thủ tục</td><td rowspan=2>Quý I</td></tr>
 <tr height=19><td height=19 align=right>2</td><td>Tập huấn</td></tr>
<!--EndFragment-->
</table></body></html>`;

const FROM_WORD = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>
<body lang=VI><!--StartFragment--><p class=MsoNormal align=center><b><span lang=EN-US>PHỤ LỤC<o:p></o:p></span></b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Nhiệm
vụ chung</p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=34><p class=MsoNormal>TT</p></td><td><p>Việc</p></td></tr>
<tr><td><p>1</p></td><td><p>Rà soát<o:p></o:p></p><p>Báo cáo</p></td></tr></table><p>Hết<!--EndFragment--></p></body></html>`;

const FROM_GOOGLE = `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #ccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;" data-sheets-value="{&quot;1&quot;:2}">TT</td><td>Việc</td></tr><tr><td rowspan="1" colspan="1">1</td><td>Dòng một<br/>dòng hai</td></tr></tbody></table>`;

describe('what was pasted', () => {
  it('from Excel keeps merged cells, and its title apart', () => {
    const source = readPasted({ html: FROM_EXCEL, text: 'TT\tNhiệm vụ' });
    expect(source.format).toBe('html');
    expect(source.lines).toEqual([
      'DANH MỤC NHIỆM VỤ',
      'TT\tNhiệm vụ\tThời hạn',
      '1\tRà soát thủ tục\tQuý I',
      '2\tTập huấn\t',
    ]);
    expect(source.blocks[1]).toMatchObject({
      rows: [
        {},
        { cells: [{}, { text: 'Rà soát\nthủ tục' }, {}] },
        { cells: [{}, {}, { continuesAbove: true }] },
      ],
    });
  });

  it('from Word keeps numbers, words and tables in their order', () => {
    expect(readPasted({ html: FROM_WORD, text: 'x' }).lines).toEqual([
      'PHỤ LỤC',
      '1. Nhiệm vụ chung',
      'TT\tViệc',
      '1\tRà soát Báo cáo',
      'Hết',
    ]);
  });

  it('from Google Sheets keeps line ends of a cell', () => {
    expect(readPasted({ html: FROM_GOOGLE, text: '' }).blocks).toMatchObject([
      { kind: 'table', rows: [{}, { cells: [{ text: '1' }, { text: 'Dòng một\ndòng hai' }] }] },
    ]);
  });

  it('as text of cells is a range of a spreadsheet, empty rows and all', () => {
    const source = readPasted({
      text: 'DANH MỤC\t\t\t\n\t\t\t\nTT\tViệc\tHạn\t\n1\t"a\nb"\tQuý I\t\n\t\t\t\n2\tc\t\t\n',
    });
    expect(source).toMatchObject({
      format: 'txt',
      lines: ['DANH MỤC', 'TT\tViệc\tHạn', '1\ta b\tQuý I', '2\tc'],
      blocks: [{ kind: 'paragraph' }, { kind: 'table', width: 3 }],
    });
  });

  it('without a table is read as the text that the person saw', () => {
    const source = readPasted({ html: '<p>một</p>', text: '1. một\nTT\tViệc\n\n| a | b |' });
    expect(source.format).toBe('txt');
    expect(source.lines).toEqual(['1. một', 'TT\tViệc', '', '| a | b |']);
    expect(readPasted({ html: '<p>một</p>', text: '' }).lines).toEqual(['một']);
  });

  it('is refused when it holds no words', () => {
    expect(() => readPasted({ text: ' \n' })).toThrow('empty');
    expect(() => readPasted({ html: '<table><tr><td></td></tr></table>', text: 'x' })).toThrow('empty');
  });
});
