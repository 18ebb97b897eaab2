export type SwitcherGroup = {
  /** What is chosen among these. */
  label: string;
  choices: readonly { label: string; href: string; isCurrent?: boolean | undefined }[];
};

/** Ways to look at the same things: each choice is an address, so that what one sees can be sent. */
export function Switcher({ groups }: { groups: readonly SwitcherGroup[] }) {
  return (
    <div class="switcher">
      {groups.map((group) => (
        <nav key={group.label} aria-label={group.label}>
          <span aria-hidden="true">{group.label}</span>
          <ul>
            {group.choices.map((choice) => (
              <li key={choice.href}>
                <a href={choice.href} aria-current={choice.isCurrent ? 'true' : undefined}>
                  {choice.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  );
}
