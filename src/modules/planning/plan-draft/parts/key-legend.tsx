import type { Lang } from '#platform/i18n/lang.ts';
import { texts } from '../texts.ts';

/** What the keys do; shown once the script that listens to them runs. */
export function KeyLegend({ lang }: { lang: Lang }) {
  const t = texts(lang).reviewing.keys;
  const keys = [
    ['↑ ↓', t.next],
    ['Enter', t.accept],
    ['F2', t.edit],
    ['Delete', t.skip],
    ['Ctrl ↑', t.merge],
    ['Ctrl Enter', t.split],
    ['Ctrl M', t.move],
    ['Ctrl Z', t.undo],
    ['F3', t.find],
  ] as const;
  return (
    <p class="key-legend" data-keys hidden>
      <span class="said">{t.title}: </span>
      {keys.map(([key, meaning]) => (
        <span key={key}>
          <kbd>{key}</kbd> {meaning}
        </span>
      ))}
    </p>
  );
}
