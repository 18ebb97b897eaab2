import type { XmlReader } from './xml-reader.ts';

/** A whole number in an attribute, brought into its range; undefined where absent or no number. */
export function wholeNumber(
  xml: XmlReader,
  attribute: string,
  range: { readonly from: number; readonly to: number },
): number | undefined {
  const value = xml.attribute(attribute);
  if (value === undefined || !/^\s*[+-]?\d{1,9}\s*$/.test(value)) return undefined;
  return Math.min(range.to, Math.max(range.from, Number(value)));
}
