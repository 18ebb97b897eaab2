import type { OfficeStart } from '#modules/directory/index.server.ts';
import { officerImportLink, officersLink, unitsLink } from '#modules/directory/links.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { type Step, Steps } from '#ui/steps/steps.tsx';
import { texts } from '../texts.ts';

/** The way from an empty office to people who work in it; nothing once it has been gone. */
export function OfficeStartPanel({ lang, start }: { lang: Lang; start: OfficeStart }) {
  const t = texts(lang).start;
  const number = (n: number) => formatNumber(lang, n);
  const ways = [
    { ...t.units, note: t.units.has(number(start.units)), href: unitsLink, isDone: start.units > 1 },
    {
      ...t.officers,
      note: t.officers.has(number(start.officers)),
      href: officerImportLink,
      isDone: start.officers > 1,
    },
    {
      ...t.accounts,
      note: t.accounts.lacks(number(start.withoutAccount)),
      href: officersLink,
      isDone: start.officers > 1 && start.withoutAccount === 0,
    },
    { ...t.focal, note: t.focal.why, href: officersLink, isDone: start.focals > 0 },
  ];
  const next = ways.findIndex((way) => !way.isDone);
  if (next < 0) return null;
  const steps = ways.map((way, index): Step => {
    const state = way.isDone ? 'done' : index === next ? 'current' : 'ahead';
    return {
      label: way.label,
      state,
      said: t.said[state],
      note: (
        <>
          {way.note} <a href={way.href}>{way.action}</a>
        </>
      ),
    };
  });
  return (
    <Panel id="office-start" title={t.title}>
      <Steps label={t.title} steps={steps} />
    </Panel>
  );
}
