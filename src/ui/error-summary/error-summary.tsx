import { Icon } from '../icon/icon.tsx';

export type FieldProblem = {
  /** Id of the control to mend; an empty one says the problem is of the whole form. */
  fieldId: string;
  text: string;
};

export type ErrorSummaryProps = {
  /** Unique on the page; only a page with two forms needs to say it. */
  id?: string | undefined;
  title: string;
  problems: readonly FieldProblem[];
  /** A gallery of examples must not lose its place; a form always takes the focus. */
  takesFocus?: boolean | undefined;
};

/** All that is wrong with a form, at its head: takes the focus when the page opens, links to each field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { id = 'error-summary', title, problems, takesFocus = true } = props;
  if (problems.length === 0) return null;
  return (
    <div
      class="error-summary"
      id={id}
      role="alert"
      aria-labelledby={`${id}-title`}
      tabindex={-1}
      autofocus={takesFocus || undefined}
    >
      <h2 id={`${id}-title`}>
        <Icon name="circle-alert" />
        {title}
      </h2>
      <ul>
        {problems.map(({ fieldId, text }) => (
          <li key={`${fieldId} ${text}`}>{fieldId ? <a href={`#${fieldId}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}
