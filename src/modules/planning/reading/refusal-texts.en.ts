import type { RefusalCode } from '#platform/docread/refusal.ts';

export const refusalTextsEn: Readonly<Record<RefusalCode, string>> = {
  empty: 'The file holds no words: choose a Word file (.docx) or plain text (.txt) with the plan in it.',
  'too-large': 'The file is over 20 MB: take pictures out of it, or save the words alone as .docx or .txt.',
  'format-not-yet':
    'This kind of file is not read yet: open it, save it as Word (.docx) or plain text (.txt), choose again.',
  'embedded-document':
    'A whole other file is pasted into this Word file: open it in Word, save it as a new .docx file, choose again.',
  'wrong-type':
    'What the file holds is no document, whatever its name: choose a Word file (.docx) or plain text (.txt).',
  'not-text': 'The file does not read as words: save it as plain text in UTF-8 (.txt) or as Word (.docx).',
  'password-protected':
    'The file opens with a password only: open it in Word, remove the password under Protect Document, save it.',
  truncated: 'The end of the file is missing: download or copy the original again in full.',
  damaged: 'The file is damaged inside: open it in Word, save it as a new .docx file and choose that one.',
  'zip-bomb':
    'The file unpacks to far more than a document: open it in Word, save it as a new .docx file, choose again.',
  'xml-entities':
    'The file holds declarations that Word never writes and was not opened: save it from Word as a new .docx.',
  'too-deep':
    'Tables or frames stand inside one another too many times: copy the text into a new Word file, choose again.',
  'too-long': 'The text is too long for a plan: put the plan alone into a file and choose that one.',
  'too-slow':
    'Reading took too long and was stopped: copy the text into a new, leaner Word file and choose again.',
  'out-of-memory':
    'Reading took too much memory and was stopped: take pictures out, or save the words alone as .docx or .txt.',
};
