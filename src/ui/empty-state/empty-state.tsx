import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export type EmptyStateProps = {
  icon?: IconName | undefined;
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
  level?: 2 | 3 | undefined;
};

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon = 'inbox', title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 3 ? 'h3' : 'h2';
  return (
    <div class="empty-state">
      <Icon name={icon} size="large" />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
