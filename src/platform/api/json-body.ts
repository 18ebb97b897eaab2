import { ApiRefusal } from './problem.ts';

/** Brackets within brackets: no body of ours needs more. */
const deepest = 20;

/** Reads the JSON of a body. Throws `ApiRefusal` for what is no JSON in UTF-8, or is nested deeper than any of ours. */
export function readJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ApiRefusal(400, 'bad-json');
  }
  if (isTooDeep(text)) throw new ApiRefusal(400, 'too-deep');
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiRefusal(400, 'bad-json');
  }
}

/** Whether a content type is JSON in UTF-8. */
export function isJsonType(header: string | undefined): boolean {
  return /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(header ?? '');
}

/** Counted over the text before it is parsed, so that no parser has to go down there. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
