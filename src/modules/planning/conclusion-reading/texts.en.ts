import type { Texts } from './texts.ts';

export const en: Texts = {
  reader: 'Reader of conclusions',
  title: 'Bring in the text of the conclusion',
  lead: 'Paste the text, or choose a file. It is told apart into points, with the unit and the deadline that each seems to name; no task is given out before you confirm.',
  fromFile: 'From a file',
  fromText: 'From pasted text',
  readFile: 'Read the file',
  paste: 'Text of the conclusion',
  pasteHint: 'At most 200,000 characters.',
  file: 'File of the conclusion',
  fileHint:
    'Word, PDF or text; files up to 20 MB can be read, and reading stops after a minute (scanned pages: five minutes). The file is kept as the paper of the conclusion, with no second upload.',
  choose: 'Choose a file',
  attached: 'Or read a file that the conclusion has already',
  notAttached: 'No file that is there already',
  submit: 'Tell the points apart',
  back: 'Back to the conclusion',
  errorTitle: 'Not told apart yet',
  cut: (most) => `Only the first ${most} points were taken. Confirm them, then paste the rest.`,
  last: {
    refused: (file) => `The file ${file} could not be read`,
    kept: 'The file is kept with the conclusion; you can paste its text below.',
    reading: (file) => `The file ${file} is being read`,
    read: (file) => `The file ${file} has been read`,
    open: 'Open what was read',
  },
  part: {
    all: (lines) => `${lines} points were read`,
    some: (from, to, all) => `Points ${from} to ${to} of ${all} that were read`,
    from: (from, to) => `See points ${from} to ${to}`,
    file: (file) => `From the file ${file}, which is kept with the conclusion.`,
    oneByOne: 'Once these are confirmed, open what was read again for the next ones.',
    cut: (most) => `The file has more than ${most} points; what follows was left out.`,
  },
  waiting: {
    label: 'How far it is',
    steps: ['Take the file in', 'Read it', 'Confirm each point'],
    pages: (done, total) => `${done} of ${total} pages read`,
    title: 'The conclusion is being read',
    text: 'It usually takes some seconds; scanned pages take minutes. You may leave this page: what is read waits where texts are pasted or uploaded.',
  },
  refusal: {
    'no-lines': 'There are no points yet. Paste a text with points here.',
    'none-chosen': 'Choose the file that is to be read.',
    'no-points':
      'The file has no points to tell apart. Paste the text below, or enter the points one by one.',
    'too-long': 'The pasted text has more than 200,000 characters. Save it as a file and choose that.',
    'too-many-files': 'The conclusion has too many files. Take some away and choose again.',
    'too-large':
      'The file is kept with the conclusion, but is larger than 20 MB and cannot be read. Paste its text below.',
    'no-file': 'This proof is no file. Choose a file.',
    harmful: 'The scanner stopped this file, so it is not read. Choose another one.',
  },
  api: {
    ask: 'Have a file of a conclusion read into points',
    get: 'The points that were read in a file of a conclusion',
  },
};
