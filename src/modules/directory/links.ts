/** Where a person signs in; `back` is the page to open afterwards. */
export function signInLink(back?: string): string {
  return back ? `/dang-nhap?ve=${encodeURIComponent(back)}` : '/dang-nhap';
}

/** Asks for the second factor of a sign-in whose password was right. */
export function signInStepLink(back?: string): string {
  return back ? `/dang-nhap/buoc-hai?ve=${encodeURIComponent(back)}` : '/dang-nhap/buoc-hai';
}

/** Where a person signs out (POST). */
export const signOutLink = '/dang-xuat';

/** The person's own account: password, second factor, open sign-ins. */
export const accountLink = '/tai-khoan';

export const changePasswordLink = `${accountLink}/mat-khau`;

/** Turns the single-letter keys on or off (POST). */
export const chooseKeysLink = `${accountLink}/phim`;

/** How one is told of work; a module above has the page, to which the own account leads. */
export const tellingLink = '/nhan-thong-bao';

export const changeEmailLink = `${accountLink}/thu-dien-tu`;

/** Where a person gets reminders outside of the program. */
export const contactsLink = `${accountLink}/noi-nhan`;

/** Where somebody goes who has forgotten the password. */
export const forgottenLink = '/quen-mat-khau';

/** Where a link for a new password leads. */
export function passwordLinkLink(token: string): string {
  return `/mat-khau-moi/${token}`;
}

/** Makes a link for a new password for somebody (POST). */
export function makeLinkLink(accountId: string): string {
  return `/quan-tri/dang-nhap/${accountId}/lien-ket`;
}

/** Asks the person to show again who they are; `back` is the page to return to. */
export function proofLink(back?: string): string {
  return back ? `${accountLink}/xac-nhan?ve=${encodeURIComponent(back)}` : `${accountLink}/xac-nhan`;
}

/** The second factor of the own account: its state, and setting it up (POST begins). */
export const secondFactorLink = `${accountLink}/hai-buoc`;

/** What is done to the second factor (POST). */
export function secondFactorDeedLink(deed: 'xac-nhan' | 'tat' | 'ma-du-phong'): string {
  return `${secondFactorLink}/${deed}`;
}

/** Whether a person who owes an own password or a second factor may open this address: it leads there, or out. */
export function isOwnAccountPath(path: string): boolean {
  return path === signOutLink || path === accountLink || path.startsWith(`${accountLink}/`);
}

/** Where a passkey is added (POST keeps it). */
export const passkeysLink = `${accountLink}/khoa-truy-cap`;

/** Removes a passkey of the own account (POST). */
export function removePasskeyLink(credentialId: string): string {
  return `${passkeysLink}/${credentialId}/xoa`;
}

/** Leads to the identity provider; `back` is the page to open afterwards. */
export function providerLink(back?: string): string {
  return back ? `/dang-nhap/sso?ve=${encodeURIComponent(back)}` : '/dang-nhap/sso';
}

/** Where the identity provider sends people back to; known to it under this address. */
export const providerReturnLink = '/dang-nhap/sso/ve';

/** A challenge for a device to sign, fetched by the script of a page. */
export const challengeLink = '/dang-nhap/thach-thuc';

/** Signs in by a passkey (POST). */
export const signInByPasskeyLink = '/dang-nhap/khoa-truy-cap';

/** Shows by a passkey who sits at the keyboard (POST). */
export const proveByPasskeyLink = `${accountLink}/xac-nhan/khoa-truy-cap`;

/** Who needs a second factor, and help for those who cannot sign in. */
export const signInRulesLink = '/quan-tri/dang-nhap';

/** Takes the second factor of somebody away who has lost it (POST). */
export function takeFactorAwayLink(accountId: string): string {
  return `${signInRulesLink}/${accountId}/bo-buoc-hai`;
}

/** Ends one open sign-in (POST). */
export function closeSessionLink(sessionId: string): string {
  return `${accountLink}/phien/${sessionId}/dong`;
}

/** Ends every open sign-in of the person, this one too (POST). */
export const closeAllSessionsLink = `${accountLink}/dang-xuat-het`;

/** Where the administrator of a tenant works. */
const admin = '/quan-tri';

export const unitsLink = `${admin}/don-vi`;
export const newUnitLink = `${unitsLink}/moi`;

/** One unit, or what is done to it (POST). */
export function unitLink(unitId: string, deed?: 'thu-tu' | 'ket-thuc' | 'khoi-phuc'): string {
  return deed ? `${unitsLink}/${unitId}/${deed}` : `${unitsLink}/${unitId}`;
}

/** Who leads the office and who is in charge of which unit (POST saves). */
export const leadershipLink = `${admin}/lanh-dao-phu-trach`;

/** Lets an earlier version of it count again (POST). */
export function reuseLeadershipLink(version: number | ':version'): string {
  return `${leadershipLink}/${version}/dung-lai`;
}

export const officersLink = `${admin}/can-bo`;
export const newOfficerLink = `${officersLink}/moi`;

/** One officer, or what is done to them (POST). */
export function officerLink(officerId: string, deed?: 'chuyen' | 'ket-thuc' | 'khoi-phuc'): string {
  return deed ? `${officersLink}/${officerId}/${deed}` : `${officersLink}/${officerId}`;
}

/** Opens accounts for all who have none (POST). */
export const accountsForAllLink = `${admin}/tai-khoan`;

/** What is done to the account of an officer (POST); without a deed, opens it. */
export function officerAccountLink(
  officerId: string,
  deed?: 'khoa' | 'mo-khoa' | 'mat-khau' | 'vai-tro',
): string {
  const account = `${officerLink(officerId)}/tai-khoan`;
  return deed ? `${account}/${deed}` : account;
}

export const rolesLink = `${admin}/vai-tro`;
export const newRoleLink = `${rolesLink}/moi`;

/** One role, or what is done to it (POST). */
export function roleLink(roleId: string, deed?: 'ket-thuc' | 'khoi-phuc'): string {
  return deed ? `${rolesLink}/${roleId}/${deed}` : `${rolesLink}/${roleId}`;
}

/** Where the first office of an empty database is set up; with a code, for that place of the official list. */
export function setUpLink(code?: string): string {
  return code ? `/thiet-lap?ma=${encodeURIComponent(code)}` : '/thiet-lap';
}

export const officerImportLink = `${officersLink}/nhap`;

/** Takes a list of officers back that was entered, or brings it back (POST). */
export function enteredListLink(importId: string, deed: 'lay-lai' | 'khoi-phuc'): string {
  return `${admin}/nhap-can-bo/${importId}/${deed}`;
}

export const absencesLink = `${admin}/vang-mat`;

/** What is done to an absence (POST). */
export function absenceLink(absenceId: string, deed: 'huy' | 'khoi-phuc'): string {
  return `${absencesLink}/${absenceId}/${deed}`;
}

export const settingsLink = `${admin}/cai-dat`;

/** The keys by which programs work in the person's place (POST makes one). */
export const apiTokensLink = `${accountLink}/khoa`;

/** Makes one of the own keys useless (POST). */
export function revokeApiTokenLink(tokenId: string): string {
  return `${apiTokensLink}/${tokenId}/thu-hoi`;
}

/** Programs that work for the office in their own name. */
export const machinesLink = `${admin}/phan-mem`;

/** One program, or what is done to it (POST). */
export function machineLink(machineId: string, deed?: 'ngung' | 'dung-lai'): string {
  return deed ? `${machinesLink}/${machineId}/${deed}` : `${machinesLink}/${machineId}`;
}

/** Makes a key for a program (POST). */
export function machineTokensLink(machineId: string): string {
  return `${machineLink(machineId)}/khoa`;
}

/** Makes a key of a program useless (POST). */
export function revokeMachineTokenLink(machineId: string, tokenId: string): string {
  return `${machineTokensLink(machineId)}/${tokenId}/thu-hoi`;
}

/** Other systems that are told of acts (POST adds one). */
export const webhooksLink = `${admin}/webhook`;

export type WebhookDeed = 'doi-khoa' | 'tam-ngung' | 'gui-tiep' | 'bo' | 'gui-thu';

/** One of them, or what is done to it (POST). */
export function webhookLink(webhookId: string, deed?: WebhookDeed): string {
  return deed ? `${webhooksLink}/${webhookId}/${deed}` : `${webhooksLink}/${webhookId}`;
}

/** Sends again what was given up: one letter, or all (POST). */
export function redeliverLink(webhookId: string, letterId?: string): string {
  const all = `${webhookLink(webhookId)}/gui-lai`;
  return letterId ? `${all}/${letterId}` : all;
}

/** The document of the API, to be read by people; drawn by the composition root, which knows every operation. */
export const apiDocsLink = '/huong-dan/api';
