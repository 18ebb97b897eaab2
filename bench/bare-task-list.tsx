import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';

/** The peer: a bare page that draws the same fifty rows from memory, with no session, rights, database or frame. */
export interface BareRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly product: string | null;
  readonly lead: string | null;
  readonly state: string;
  readonly due: string | null;
}

function List({ rows }: { rows: readonly BareRow[] }) {
  return (
    <html lang="vi">
      <head>
        <title>Nhiệm vụ</title>
      </head>
      <body>
        <table>
          <thead>
            <tr>
              <th>Mã</th>
              <th>Nhiệm vụ</th>
              <th>Chủ trì</th>
              <th>Trạng thái</th>
              <th>Thời hạn</th>
              <th>Sáu rõ</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.code}</td>
                <td>
                  <a href={`/nhiem-vu/${row.id}`}>{row.title}</a>
                  <small>{row.product}</small>
                </td>
                <td>{row.lead}</td>
                <td>
                  <span>{row.state}</span>
                </td>
                <td>
                  <strong>{row.due}</strong>
                  <small>{row.due}</small>
                </td>
                <td>
                  <span>3/6</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </body>
    </html>
  );
}

/** Serves the peer on a free port. */
export function serveBare(rows: readonly BareRow[]): Promise<number> {
  const app = new Hono();
  app.get('/', (c) => c.html(`<!doctype html>${renderToString(<List rows={rows} />)}`));
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
}

if (process.send) {
  process.once('message', (rows) => {
    void serveBare(rows as BareRow[]).then((port) => process.send?.(port));
  });
}
