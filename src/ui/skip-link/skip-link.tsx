/** First stop of the keyboard: past the frame, to the content. Every frame's content has the id `main`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a class="skip-link" href="#main">
      {label}
    </a>
  );
}
