import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import { Progress, type ProgressProps } from '../progress/progress.tsx';

export type ConfirmBarProps = {
  label: string;
  progress?: ProgressProps | undefined;
  /** What has and has not happened so far. */
  note?: string | undefined;
  /** Why the last button is blocked; its `blockedBy` names this id. */
  blocked?: { id: string; reason: string } | undefined;
  actions: ComponentChildren;
};

/** The end of long work, always in sight at the foot of the window. */
export function ConfirmBar({ label, progress, note, blocked, actions }: ConfirmBarProps) {
  return (
    <div class="confirm-bar" role="region" aria-label={label}>
      {progress && <Progress {...progress} />}
      {note && (
        <p class="confirm-note">
          <Icon name="lock" size="small" />
          {note}
        </p>
      )}
      <div class="confirm-actions">
        {blocked && (
          <p class="confirm-blocked" id={blocked.id}>
            {blocked.reason}
          </p>
        )}
        {actions}
      </div>
    </div>
  );
}
