import { Icon, type IconName } from '../icon/icon.tsx';

export type JobLink = { icon: IconName; label: string; note?: string | undefined; href: string };

/** The few things people come for, each one tap away. */
export function JobLinks({ label, jobs }: { label: string; jobs: readonly JobLink[] }) {
  return (
    <nav class="job-links" aria-label={label}>
      <ul>
        {jobs.map((job) => (
          <li key={job.href}>
            <a href={job.href}>
              <Icon name={job.icon} size="large" />
              <span>
                <b>{job.label}</b>
                {job.note && <small>{job.note}</small>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
