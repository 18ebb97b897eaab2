const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?';

/** What may end a syllable without a consonant behind it. */
const open =
  'a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|o|oa|oai|oao|oay|oe|oeo|oi|ô|ôi|ơ|ơi|u|ua|uê|ui|uơ|uy|uya|uyu|uây|uôi|ư|ưa|ưi|ươi|ươu|ưu|y|yêu';

/** What may stand before a closing consonant. */
const closed = 'a|ă|â|e|ê|i|iê|o|oa|oă|oe|oo|ô|ơ|u|uâ|uê|uô|uy|uyê|ư|ươ|y|yê';
const coda = '(?:ch|ng|nh|c|m|n|p|t)';

const syllable = new RegExp(`^(?!qu(?:o[aăe]|[uư])|gii)${onset}(?:(?:${open})|(?:${closed})${coda})$`, 'u');

/** True when these letters, with their shapes and without a tone, can be one Vietnamese syllable. Lower case, NFC. */
export function isSyllable(letters: string): boolean {
  return syllable.test(letters);
}
