/** The keys of the review as people read them, with the combination of `aria-keyshortcuts` and what they mean. */
export const reviewKeys = [
  { keys: '↑ ↓', combinations: ['ArrowUp', 'ArrowDown'], meaning: 'next' },
  { keys: 'Enter, Ctrl S', combinations: ['Enter', 'Control+S'], meaning: 'accept' },
  { keys: 'F2', combinations: ['F2'], meaning: 'edit' },
  { keys: 'Esc', combinations: ['Escape'], meaning: 'close' },
  { keys: 'Delete', combinations: ['Delete'], meaning: 'skip' },
  { keys: 'Ctrl ↑ ↓', combinations: ['Control+ArrowUp', 'Control+ArrowDown'], meaning: 'merge' },
  { keys: 'Alt ↑ ↓', combinations: ['Alt+ArrowUp', 'Alt+ArrowDown'], meaning: 'rearrange' },
  { keys: 'Ctrl Enter', combinations: ['Control+Enter'], meaning: 'split' },
  { keys: 'Ctrl M', combinations: ['Control+M'], meaning: 'move' },
  { keys: 'Ctrl Z, Ctrl Y', combinations: ['Control+Z', 'Control+Y'], meaning: 'undo' },
  { keys: 'F3', combinations: ['F3'], meaning: 'find' },
] as const;
