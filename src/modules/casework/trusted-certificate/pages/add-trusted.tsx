import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { FileField } from '#ui/field/file-field.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { trustedCertificatesLink } from '../../links.ts';
import { readCertificateFile } from '../certificate-file.server.ts';
import { addTrusted } from '../commands.server.ts';
import * as policy from '../policy.ts';
import { type Texts, texts } from '../texts.ts';
import { mostFileBytes } from '../trusted-certificate.ts';

/** The form by which an authority becomes trusted; whoever opens it proves who they are first. */
export async function addTrustedPage(ctx: Ctx): Promise<PageReply> {
  must(policy.add(ctx.actor));
  must(proven(ctx));
  return form(ctx, '');
}

/** Trusts the authorities of a file or of what was pasted. */
export async function addTrustedAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.add(ctx.actor));
  must(proven(ctx));
  const t = texts(ctx.lang);
  const pem = req.form.text('pem');
  const file = req.form.file('file');
  const given = file && file.size > 0 ? file : pem ? new Blob([pem]) : undefined;
  if (!given) return form(ctx, pem, 'no-file');
  if (given.size > mostFileBytes) return form(ctx, pem, 'too-large');
  const read = readCertificateFile(new Uint8Array(await given.arrayBuffer()));
  if ('refusal' in read) return form(ctx, read.refusal === 'private-key' ? '' : pem, read.refusal);
  const outcome = await addTrusted(ctx, read.certificates);
  if (!outcome.ok) return form(ctx, pem, outcome.code);
  return seeOther(trustedCertificatesLink(), {
    tone: 'ok',
    text: t.addedDone(formatNumber(ctx.lang, outcome.value)),
  });
}

function form(ctx: Ctx, pem: string, refusal?: keyof Texts['refusal']): PageReply {
  const t = texts(ctx.lang);
  const problems = refusal ? [{ fieldId: pem ? 'pem' : 'file', text: t.refusal[refusal] }] : [];
  const errorOf = (fieldId: string) => problems.find((problem) => problem.fieldId === fieldId)?.text;
  return page({
    ...(refusal ? { status: 422 as const } : {}),
    title: t.addTitle,
    current: trustedCertificatesLink(),
    crumbs: [{ label: t.title, href: trustedCertificatesLink() }, { label: t.addTitle }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead title={t.addTitle} lead={t.addLead} />
        <form
          method="post"
          enctype="multipart/form-data"
          action={trustedCertificatesLink('them')}
          class="form"
        >
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            chooseLabel={t.choose}
            accept=".pem,.crt,.cer,.der"
            error={errorOf('file')}
          />
          <TextareaField
            name="pem"
            label={t.pem}
            hint={t.pemHint}
            rows={6}
            value={pem}
            error={errorOf('pem')}
          />
          <p class="form-actions">
            <Button kind="primary">{t.send}</Button>
            <LinkButton kind="quiet" href={trustedCertificatesLink()}>
              {t.back}
            </LinkButton>
          </p>
        </form>
      </>
    ),
  });
}
