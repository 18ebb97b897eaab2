import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { secondFactorLink } from '../../links.ts';
import type { Factors } from '../second-factor.ts';
import { texts } from '../texts.ts';

/** The second factor on the page of the own account. */
export function FactorPanel({ ctx, factors }: { ctx: Ctx; factors: Factors }) {
  const t = texts(ctx.lang);
  const since = factors.authenticatorSince;
  return (
    <Panel
      id="second-factor"
      title={t.title}
      actions={
        <LinkButton size="small" href={secondFactorLink}>
          {since ? t.panel.open : t.begin.title}
        </LinkButton>
      }
    >
      <p>{since ? t.panel.on(formatInstant(ctx.lang, since)) : t.panel.off}</p>
      {since && <p>{t.panel.codesLeft(factors.recoveryCodesLeft)}</p>}
    </Panel>
  );
}
