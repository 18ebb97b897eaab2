import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import { toneIcon, type Tone } from '../tag/tag.tsx';

export type NoticeProps = {
  tone: Tone;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
};

/** Something to know that stays on the page. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone}>
      <Icon name={tone === 'info' ? 'circle-info' : toneIcon(tone)} />
      <div class="notice-words">
        <strong>{title}</strong>
        {children && <div>{children}</div>}
        {actions && <div class="button-row">{actions}</div>}
      </div>
    </div>
  );
}
