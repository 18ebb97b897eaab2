import type { XmlReader } from './xml-reader.ts';

/** A Word switch such as `<w:b/>`: on when present, unless its value says otherwise. */
export function isOn(xml: XmlReader): boolean {
  const value = xml.attribute('val');
  return value !== '0' && value !== 'false' && value !== 'off';
}
