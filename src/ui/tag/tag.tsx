import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

/** What a state means for whoever reads it; the colour follows, the word decides. */
export type Tone = 'ok' | 'soon' | 'late' | 'paused' | 'info' | 'neutral' | 'draft';

const ICON_OF_TONE: Record<Tone, IconName> = {
  ok: 'circle-check',
  soon: 'circle-clock',
  late: 'circle-alert',
  paused: 'circle-pause',
  info: 'circle-half',
  neutral: 'circle-info',
  draft: 'circle-dashed',
};

export type TagProps = { tone: Tone; icon?: IconName | undefined; children: ComponentChildren };

/** The icon that stands for a tone when none is chosen. */
export function toneIcon(tone: Tone): IconName {
  return ICON_OF_TONE[tone];
}

/** A state in one or two words: icon, word and colour, never colour alone. */
export function Tag({ tone, icon, children }: TagProps) {
  return (
    <span class="tag" data-tone={tone}>
      <Icon name={icon ?? ICON_OF_TONE[tone]} size="small" />
      {children}
    </span>
  );
}
