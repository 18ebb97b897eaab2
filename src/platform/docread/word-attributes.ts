import type { XmlReader } from './xml-reader.ts';

/** A Word switch such as `<w:b/>`: on when present, unless its value says otherwise. */
export function isOn(xml: XmlReader): boolean {
  const value = xml.attribute('val');
  return value !== '0' && value !== 'false' && value !== 'off';
}

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
