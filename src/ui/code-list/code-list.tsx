export type CodeListProps = {
  label: string;
  /** Shown as they are, to be written down or copied one by one. */
  codes: readonly string[];
};

/** Codes for a person to keep, in letters that are told apart. */
export function CodeList({ label, codes }: CodeListProps) {
  return (
    <ol class="code-list" aria-label={label} translate={false}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  );
}
