import { contactsLink, tellingLink } from '#modules/directory/links.ts';

/** The authorities that the office trusts, and how evidence is flagged; or the form that adds one. */
export function trustedCertificatesLink(form?: 'them' | 'muc-dung'): string {
  return ['/quan-tri/chu-ky-so', form].filter(Boolean).join('/');
}

/** What is done to one trusted certificate (POST). */
export function trustedCertificateLink(certificateId: string, deed: 'bo' | 'khoi-phuc'): string {
  return `${trustedCertificatesLink()}/${certificateId}/${deed}`;
}

/** Names an address of the own (POST), or what is done with it: by way (`mail`, `sms`, `zalo`). */
export function contactLink(channel: string, deed?: 'xac-nhan' | 'lay-ma' | 'bo'): string {
  return [contactsLink, channel, deed].filter(Boolean).join('/');
}

/** How each way to people does, and the Zalo account of the office. */
export const channelsLink = '/quan-tri/kenh-gui';

/** Sends a letter to oneself for a trial (POST). */
export function tryChannelLink(channel: string): string {
  return `${channelsLink}/${channel}/gui-thu`;
}

/** The Zalo account of the office (POST keeps it), or taking it away (POST). */
export function zaloAccountLink(deed?: 'bo'): string {
  return [`${channelsLink}/zalo`, deed].filter(Boolean).join('/');
}

/** The letters that went out or wait. */
export function deliveriesLink(query: Readonly<Record<string, string>> = {}): string {
  const given = new URLSearchParams(query).toString();
  return given ? `/quan-tri/thu-gui?${given}` : '/quan-tri/thu-gui';
}

/** Sends one letter again (POST). */
export function sendAgainLink(deliveryId: string): string {
  return `/quan-tri/thu-gui/${deliveryId}/gui-lai`;
}

/** Where Zalo tells of events of the account of an office (POST, signed). */
export function zaloEventsLink(slug: string): string {
  return `/zalo/${slug}`;
}

/** What people were reminded of, as the query filters it. */
export function remindersLink(query: Readonly<Record<string, string>> = {}): string {
  const given = new URLSearchParams(query).toString();
  return given === '' ? '/so-don-doc' : `/so-don-doc?${given}`;
}

/** The part of an address that narrows the reminders to one record. */
export const remindedRecordField = 'viec';
/** The papers of the office. */
export const issuedPapersLink = '/van-ban';

/** One paper; a deed is a form of it (GET) or is sent (POST). */
export function issuedPaperLink(
  paperId: string,
  deed?: 'sua' | 'phat-hanh' | 'thu-hoi' | 'thay-the' | 'bo' | 'khoi-phuc',
): string {
  return `${issuedPapersLink}/${paperId}${deed ? `/${deed}` : ''}`;
}

/** A file of an issued paper. */
export function paperFileLink(paperId: string, form: 'docx' | 'pdf'): string {
  return `${issuedPaperLink(paperId)}/tep.${form}`;
}

/** Papers of a selection in one file: what it would hold (GET), and asking for it (POST). */
export const paperBatchesLink = `${issuedPapersLink}/in-gop`;

/** One file of several papers, or how far it is. */
export function paperBatchLink(batchId: string, isFile = false): string {
  return `${paperBatchesLink}/${batchId}${isFile ? '/tep.pdf' : ''}`;
}

/** The form that drafts a paper (GET and POST); the query says from what. */
export function newPaperLink(
  query: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const given = Object.entries(query).flatMap(([name, values]) =>
    values === undefined ? [] : [values].flat().map((value) => [name, value] as [string, string]),
  );
  const path = `${issuedPapersLink}/moi`;
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
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
