import { tellingLink } from '#modules/directory/links.ts';

/** The authorities that the office trusts, and how evidence is flagged; or the form that adds one. */
export function trustedCertificatesLink(form?: 'them' | 'muc-dung'): string {
  return ['/quan-tri/chu-ky-so', form].filter(Boolean).join('/');
}

/** What is done to one trusted certificate (POST). */
export function trustedCertificateLink(certificateId: string, deed: 'bo' | 'khoi-phuc'): string {
  return `${trustedCertificatesLink()}/${certificateId}/${deed}`;
}

/** How the person at the keyboard wants to be told (GET shows, POST saves). */
export const ownChoiceLink = tellingLink;

/** What the office and its units say where people say nothing. */
export const choiceDefaultsLink = `${ownChoiceLink}/mac-dinh`;

/** What the office says for all of its people (GET shows, POST saves). */
export const officeChoiceLink = `${ownChoiceLink}/co-quan`;

/** What a unit says for its people (GET shows, POST saves). */
export function unitChoiceLink(unitId: string): string {
  return `${ownChoiceLink}/don-vi/${unitId}`;
}

/** The letter of a morning, as it was written; of the latest, where no day is given. */
export function digestLink(day?: string): string {
  return day ? `/buoi-sang/${day}` : '/buoi-sang';
}

/** Takes back what was last said under one of these addresses, read as this version (POST). */
export function takeBackChoiceLink(choice: string, version: number): string {
  return `${choice}/lay-lai/${version}`;
}
