import type { Ctx } from '#platform/session/ctx.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { chooseKeysLink } from '../../links.ts';
import type { OwnAccount } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** Turns the keys of one letter off, for those whom they disturb, and on again. */
export function KeysPanel({ ctx, account }: { ctx: Ctx; account: OwnAccount }) {
  const t = texts(ctx.lang).keys;
  return (
    <Panel id="keys" title={t.title}>
      <form method="post" action={chooseKeysLink}>
        <Stack>
          <p>{account.hasPlainKeys ? t.on : t.off}</p>
          <ButtonRow>
            <Button name="keys" value={account.hasPlainKeys ? 'off' : 'on'}>
              {account.hasPlainKeys ? t.turnOff : t.turnOn}
            </Button>
          </ButtonRow>
        </Stack>
      </form>
    </Panel>
  );
}
