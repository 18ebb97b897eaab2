import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { EvidenceList } from '#ui/evidence-list/evidence-list.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { attachExisting } from '../commands/attach-existing.server.ts';
import { longestTitle } from '../evidence.ts';
import { addEvidenceLink } from '../links.ts';
import type { EvidenceOwner } from '../owner.server.ts';
import { proofKind } from '../parts/evidence-panel.tsx';
import * as policy from '../policy.ts';
import { listAttachable } from '../shared-evidence.server.ts';
import { texts } from '../texts.ts';

/** Proofs of other records, to be found by name or number and used for this one too. */
export async function attachExistingPage(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<PageReply> {
  const t = texts(ctx.lang);
  const record = await owner.find(ctx, req.params.id ?? '');
  must(policy.attach(record));
  const search = (req.query.get('tim') ?? '').slice(0, longestTitle);
  const found = await listAttachable(ctx, owner, record.id, search);
  const link = `${owner.path}/${record.id}`;
  return page({
    title: t.existing.title,
    current: owner.path,
    crumbs: [...record.crumbs, { label: t.existing.title }],
    body: (
      <>
        <PageHead
          title={t.existing.title}
          lead={t.page.lead(record.title)}
          actions={<LinkButton href={addEvidenceLink(link, 'moi')}>{t.addPage.title}</LinkButton>}
        />
        <Stack>
          <form method="get" action={addEvidenceLink(link, 'co-san')} class="form">
            <TextField
              name="tim"
              label={t.existing.search}
              hint={t.existing.hint}
              inputMode="search"
              maxLength={longestTitle}
              value={search}
            />
            <p class="form-actions">
              <Button>{t.existing.find}</Button>
            </p>
          </form>
          {found.length === 0 ? (
            <EmptyState icon="search" title={t.existing.none}>
              {t.existing.noneText}
            </EmptyState>
          ) : (
            <Panel id="found" title={t.existing.found} count={formatNumber(ctx.lang, found.length)}>
              <EvidenceList
                label={t.existing.found}
                emptyLabel={t.existing.none}
                items={found.map((one) => ({
                  key: one.evidenceId,
                  kind: proofKind[one.kind],
                  kindLabel: t.kind[one.kind],
                  title: one.title,
                  note: [
                    one.number ? t.undated(one.number) : '',
                    t.addedBy(one.addedByName, formatInstant(ctx.lang, one.addedAt)),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                  actions: (
                    <form method="post" action={addEvidenceLink(link, 'co-san')}>
                      <input type="hidden" name="evidence" value={one.evidenceId} />
                      <Button size="small" label={t.existing.useOf(one.title)}>
                        {t.existing.use}
                      </Button>
                    </form>
                  ),
                }))}
              />
            </Panel>
          )}
        </Stack>
      </>
    ),
  });
}

/** Uses the chosen proof for this record too. */
export async function attachExistingAction(ctx: Ctx, req: Req, owner: EvidenceOwner): Promise<Reply> {
  const t = texts(ctx.lang);
  const recordId = req.params.id ?? '';
  const outcome = await attachExisting(ctx, owner, recordId, req.form.text('evidence'));
  return outcome.ok
    ? seeOther(`${owner.path}/${recordId}#evidence`, {
        tone: 'ok',
        text: t.deed.added(formatNumber(ctx.lang, 1)),
      })
    : seeOther(addEvidenceLink(`${owner.path}/${recordId}`, 'co-san'), {
        tone: 'late',
        text: t.refusal[outcome.code],
      });
}
