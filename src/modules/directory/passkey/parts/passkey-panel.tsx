import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { passkeysLink, removePasskeyLink } from '../../links.ts';
import type { Passkey } from '../passkey.ts';
import { texts } from '../texts.ts';

/** The passkeys on the page of the own account; each can be removed. */
export function PasskeyPanel({ ctx, passkeys }: { ctx: Ctx; passkeys: readonly Passkey[] }) {
  const t = texts(ctx.lang);
  const add = (
    <LinkButton size="small" href={passkeysLink}>
      {t.add}
    </LinkButton>
  );
  if (passkeys.length === 0) {
    return (
      <Panel id="passkeys" title={t.title} actions={add}>
        <p>{t.none}</p>
        <p>{t.lead}</p>
      </Panel>
    );
  }
  return (
    <Panel id="passkeys" title={t.title} count={passkeys.length} isFlush actions={add}>
      <Table
        caption={t.caption}
        frame="none"
        rows={passkeys}
        rowKey={(passkey) => passkey.id}
        columns={[
          { key: 'name', label: t.nameLabel, priority: 'lead', render: (passkey) => passkey.name },
          {
            key: 'made',
            label: t.madeLabel,
            size: 'medium',
            render: (passkey) => formatInstant(ctx.lang, passkey.madeAt),
          },
          {
            key: 'used',
            label: t.usedLabel,
            size: 'medium',
            render: (passkey) => (passkey.usedAt ? formatInstant(ctx.lang, passkey.usedAt) : t.neverUsed),
          },
          {
            key: 'remove',
            label: t.actLabel,
            isLabelHidden: true,
            size: 'medium',
            priority: 'aside',
            render: (passkey) => (
              <form method="post" action={removePasskeyLink(passkey.id)}>
                <Button size="small" label={t.removeOne(passkey.name)}>
                  {t.remove}
                </Button>
              </form>
            ),
          },
        ]}
      />
    </Panel>
  );
}
