/** Draws a frame around lines of text, so that what a person needs stands out between lines of log. */
export function box(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.normalize('NFC').length));
  const rule = '─'.repeat(width + 2);
  const rows = lines.map((line) => `│ ${line.normalize('NFC').padEnd(width)} │`);
  return [`┌${rule}┐`, ...rows, `└${rule}┘`].join('\n');
}
