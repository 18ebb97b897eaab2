import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import { toneIcon, type Tone } from '../tag/tag.tsx';

export type FlashProps = { tone?: Tone | undefined; text: ComponentChildren; action?: ComponentChildren };

/** What has just been done, once, at the top of the page that follows; `action` may take it back. */
export function Flash({ tone = 'ok', text, action }: FlashProps) {
  return (
    <div class="flash" data-tone={tone} role={tone === 'late' ? 'alert' : 'status'}>
      <Icon name={toneIcon(tone)} />
      <p>{text}</p>
      {action}
    </div>
  );
}
