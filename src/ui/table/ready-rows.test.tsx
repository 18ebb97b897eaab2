import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ReadyRows, ReadyRowsContext } from './ready-rows.ts';
import { Table } from './table.tsx';

const long = 'Rà soát thủ tục '.repeat(50);
const titles = ['Rà soát thủ tục', `${long}Đợt <hai> & "ba"`, '<!--x 0-->', `${long}<!--x 0-->`];
const drawn = (title: string) =>
  title.startsWith('x') ? <form method="post">{title}</form> : <b>{title}</b>;
const table = (rows: readonly string[]) => (
  <Table<string>
    caption="Bảng"
    rows={rows}
    rowKey={(row) => row}
    markupKey={(row) => `ready-rows.test ${row}`}
    columns={[{ key: 'title', label: 'Tên', priority: 'lead', render: drawn }]}
  />
);
const held = (rows: readonly string[]) => {
  const ready = new ReadyRows();
  const text = renderToString(
    <ReadyRowsContext.Provider value={ready}>{table(rows)}</ReadyRowsContext.Provider>,
  );
  return { text, page: String(ready.fill(text)) };
};

describe('rows that are bytes already', () => {
  it('stand where they would be drawn, the same twice over', () => {
    const plain = renderToString(table(titles));
    expect(held(titles).page).toBe(plain);
    expect(held(titles).page).toBe(plain);
    expect(held([...titles, ...titles]).page).toBe(renderToString(table([...titles, ...titles])));
  });

  it('leave the text short, but for short ones, and are nothing where there are none', () => {
    expect(held(titles).text).not.toContain('Đợt &lt;hai> &amp; &quot;ba&quot;</b>');
    expect(held(titles).text).toContain('Rà soát thủ tục</b>');
    expect(held([]).page).toBe(renderToString(table([])));
  });

  it('stay text where they hold a form', () => {
    expect(held([`x${long}`]).text).toContain(`<form method="post">x${long}</form>`);
  });
});
