import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button } from '#ui/button/button.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { closeSessionLink } from '../../links.ts';
import { deviceOf } from '../device.ts';
import type { OpenSession } from '../session.ts';
import { texts } from '../texts.ts';

/** The open sign-ins of a person: device, address, since when; each can be ended. */
export function SessionTable({ ctx, sessions }: { ctx: Ctx; sessions: readonly OpenSession[] }) {
  const t = texts(ctx.lang).sessions;
  const isThis = (session: OpenSession) => session.id === ctx.session?.id;
  const nameOf = ({ device }: OpenSession) => {
    const { browser, system } = deviceOf(device);
    return t.device(browser ?? t.unknownBrowser, system ?? t.unknownSystem);
  };
  return (
    <Table
      caption={t.caption}
      frame="none"
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        { key: 'device', label: t.deviceLabel, priority: 'lead', render: nameOf },
        {
          key: 'state',
          label: t.stateLabel,
          size: 'short',
          render: (session) => isThis(session) && <Tag tone="ok">{t.thisOne}</Tag>,
        },
        {
          key: 'opened',
          label: t.openedLabel,
          size: 'medium',
          render: (session) => formatInstant(ctx.lang, session.openedAt),
        },
        {
          key: 'address',
          label: t.addressLabel,
          size: 'medium',
          render: (session) => session.remoteAddress || t.unknownAddress,
        },
        {
          key: 'close',
          label: t.closeLabel,
          isLabelHidden: true,
          size: 'medium',
          priority: 'aside',
          render: (session) => (
            <form method="post" action={closeSessionLink(session.id)}>
              <Button
                size="small"
                label={t.closeOne(nameOf(session), formatInstant(ctx.lang, session.openedAt))}
              >
                {t.close}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}
