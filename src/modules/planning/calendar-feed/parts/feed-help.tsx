import type { Lang } from '#platform/i18n/lang.ts';
import { Facts } from '#ui/facts/facts.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { texts } from '../texts.ts';

/** How a link is brought into each of the common calendar programs. */
export function FeedHelp({ lang }: { lang: Lang }) {
  const t = texts(lang);
  const programs = [t.how.outlook, t.how.google, t.how.thunderbird, t.how.ios];
  return (
    <Panel id="how" title={t.howTitle} note={t.note}>
      <Facts layout="rows" facts={programs.map(({ name, steps }) => ({ label: name, value: steps }))} />
    </Panel>
  );
}
