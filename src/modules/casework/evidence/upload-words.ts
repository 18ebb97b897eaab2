import type { FileLimits } from '#platform/files/file-place.ts';
import type { UploadRefusal } from '#platform/files/receive-file.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { texts } from './texts.ts';

const megabyte = 1024 * 1024;

/** Why a file was not taken in, and what the person can do, in one sentence. */
export function uploadRefusalWords(
  lang: Lang,
  code: UploadRefusal,
  limits: Pick<FileLimits, 'mostFileBytes'>,
): string {
  const { upload } = texts(lang);
  return code === 'too-large'
    ? upload['too-large'](String(Math.floor(limits.mostFileBytes / megabyte)))
    : upload[code];
}
