import type { RefusalCode } from '#platform/docread/refusal.ts';

export const refusalTextsEn: Readonly<Record<RefusalCode, string>> = {
  empty:
    'There are no words to read: choose a file with the plan in it; of a photograph or scan, the typed version.',
  'too-large':
    'What was sent is over 20 MB: take pictures out of the file, or save the words alone as .docx or .txt.',
  'format-not-yet':
    'This kind of file is not read yet (RTF, ODT, slides, Word before 97): open it, save it as Word (.docx), choose again.',
  'embedded-document':
    'A whole other file is pasted into this Word file: open it in Word, save it as a new .docx file, choose again.',
  'wrong-type':
    'What the file holds is no document, whatever its name: choose a Word, Excel, PDF or plain text file (.txt).',
  'not-text': 'The file does not read as words: save it as plain text in UTF-8 (.txt) or as Word (.docx).',
  'password-protected':
    'The file opens with a password only: open it, remove the password under Protect Document, save it.',
  scanned:
    'Pages of this PDF are scanned pictures without words: choose the Word file (.docx), or have tesseract with Vietnamese installed (packages tesseract-ocr, tesseract-ocr-vie) and choose this file again.',
  truncated: 'The end of the file is missing: download or copy the original again in full.',
  damaged:
    'The file is damaged inside: open it in the program that made it, save it as a new file, choose that one.',
  'zip-bomb': 'The file unpacks to far more than a document: open it, save it as a new file, choose again.',
  'xml-entities':
    'The file holds declarations that Word and Excel never write and was not opened: save it as a new file.',
  'too-deep':
    'Tables or frames stand inside one another too many times: copy the text into a new Word file, choose again.',
  'too-long':
    'The text is longer than any plan (too many letters, paragraphs, cells or columns): put the plan alone into a file.',
  'too-slow':
    'Reading took too long and was stopped: copy the text into a new, leaner Word file and choose again.',
  'out-of-memory':
    'Reading took too much memory and was stopped: take pictures out, or save the words alone as .docx or .txt.',
};
