import { inPieces, type PageReply, page, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { mediaTypes } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Progress } from '#ui/progress/progress.tsx';
import { exportLink } from '../../links.ts';
import type { ListExport } from '../list-export.ts';
import { findPiece, getExport } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** How far a file is that is made in the background; the page asks again until it is there. */
export async function listExportPage(ctx: Ctx, req: Req): Promise<PageReply> {
  const file = await getExport(ctx, req.params.id ?? '');
  const t = texts(ctx.lang);
  const titles = { waiting: t.making, ready: t.ready, failed: t.failed };
  return page({
    title: titles[file.state],
    current: file.list,
    ...(file.state === 'waiting' ? { refreshSeconds: 2 } : {}),
    body: (
      <>
        <PageHead title={titles[file.state]} />
        <Panel id="file" title={`${file.list.slice(1)}.${file.format}`}>
          <State ctx={ctx} file={file} />
          <ButtonRow>
            {file.state === 'ready' && (
              <LinkButton kind="primary" icon="download" href={exportLink(file.id, true)} download>
                {t.download}
              </LinkButton>
            )}
            <LinkButton kind="quiet" href={file.query === '' ? file.list : `${file.list}?${file.query}`}>
              {t.back}
            </LinkButton>
          </ButtonRow>
        </Panel>
      </>
    ),
  });
}

/** The file, piece by piece. */
export async function listExportFile(ctx: Ctx, req: Req): Promise<Reply> {
  const file = await getExport(ctx, req.params.id ?? '');
  if (file.state !== 'ready') throw new NotFound();
  return inPieces(`${file.list.slice(1)}.${file.format}`, mediaTypes[file.format], (at, ordinal) =>
    findPiece(at, file.id, ordinal),
  );
}

function State({ ctx, file }: { ctx: Ctx; file: ListExport }) {
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  if (file.state === 'failed') return <p>{t.failedText}</p>;
  if (file.state === 'ready') return <p>{t.readyText(number(file.rowsDone))}</p>;
  const max = Math.max(file.rowsExpected, file.rowsDone, 1);
  return (
    <>
      <Progress value={file.rowsDone} max={max} label={t.progress(number(file.rowsDone), number(max))} />
      <p>{t.makingText}</p>
    </>
  );
}
