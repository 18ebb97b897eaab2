/** Says on every page, plainly, that the data on it is invented. */
export function DemoBand({ text }: { text: string }) {
  return (
    <aside class="demo-band" aria-label={text}>
      {text}
    </aside>
  );
}
