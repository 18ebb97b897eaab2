import { render } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n/lang.ts';
import type { PackageLine } from '../package-lines.ts';
import { sumsName } from '../evidence-package.ts';
import { texts } from '../texts.ts';
import { cellsOf, headCells } from './index-cells.tsx';

/** What an index says of itself. */
export interface IndexHead {
  readonly lang: Lang;
  readonly title: string;
  readonly office: string;
  readonly madeAt: string;
  readonly by: string;
}

/** The page stands alone, so its few rules of looks stand in it. */
const looks =
  'body{font-family:sans-serif}table{border-collapse:collapse}td,th{border:1px solid;padding:4px;text-align:left;vertical-align:top}';

/** The index as a page that opens without a network and without a script: links lead to the files beside it. */
export function indexPage(head: IndexHead, lines: readonly PackageLine[]): string {
  const t = texts(head.lang).index;
  return `<!doctype html>\n${render(
    <html lang={head.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <style>{looks}</style>
        <title>{`${t.heading}: ${head.title}`}</title>
      </head>
      <body>
        <h1>{t.heading}</h1>
        <p>{head.title}</p>
        <p>
          {t.office}: {head.office}. {t.made}: {head.madeAt}. {t.by}: {head.by}.
        </p>
        <p>{t.check(`sha256sum -c ${sumsName}`)}</p>
        <p>{t.noRevocation}</p>
        <table>
          <thead>
            <tr>
              {headCells(head.lang).map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, row) => (
              <tr key={`${row}`}>
                {cellsOf(head.lang, line).map((cell, column) => (
                  <td key={`${column}`}>
                    {cell !== '' && cell === line.path ? <a href={cell}>{cell}</a> : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </body>
    </html>,
  )}\n`;
}
