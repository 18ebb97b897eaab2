import type { Texts } from './texts.ts';

export const en: Texts = {
  letter: {
    program: 'Sáu Rõ',
    several: (count) => `${count} things for you to know`,
    more: (count) => `${count} more notices are in the program.`,
    from: (office) => `Sáu Rõ, ${office}`,
    choice: 'Sent by the program; no answer is needed. How you get letters: Account in the program.',
  },
};
