import { Icon } from '../icon/icon.tsx';

export type FieldProblem = {
  /** Id of the control to mend; an empty one says the problem is of the whole form. */
  fieldId: string;
  text: string;
};

export type ErrorSummaryProps = { title: string; problems: readonly FieldProblem[] };

/** All that is wrong with a form, at its head: takes the focus when the page opens, links to each field. */
export function ErrorSummary({ title, problems }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
      <h2 id="error-summary-title">
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
