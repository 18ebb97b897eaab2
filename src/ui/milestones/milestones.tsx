import { Icon, type IconName } from '../icon/icon.tsx';

export type Milestone = {
  key: string;
  label: string;
  href?: string | undefined;
  when: string;
  note?: string | undefined;
  /** `gap` is one the year owes and nobody has set. */
  state: 'done' | 'now' | 'late' | 'ahead' | 'gap';
};

const ICON_OF_STATE: Partial<Record<Milestone['state'], IconName>> = {
  done: 'circle-check',
  now: 'circle-clock',
  late: 'circle-alert',
  gap: 'circle-alert',
};

/** The fixed points of a year in their order, and where it stands among them. */
export function Milestones({ label, milestones }: { label: string; milestones: readonly Milestone[] }) {
  return (
    <ol class="milestones" aria-label={label}>
      {milestones.map((milestone) => {
        const icon = ICON_OF_STATE[milestone.state];
        return (
          <li
            key={milestone.key}
            data-state={milestone.state}
            aria-current={milestone.state === 'now' ? 'date' : undefined}
          >
            {milestone.href ? <a href={milestone.href}>{milestone.label}</a> : <b>{milestone.label}</b>}
            <span>{milestone.when}</span>
            {milestone.note && (
              <small>
                {icon && <Icon name={icon} size="small" />}
                <span>{milestone.note}</span>
              </small>
            )}
          </li>
        );
      })}
    </ol>
  );
}
