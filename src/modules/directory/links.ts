/** Where a person signs in; `back` is the page to open afterwards. */
export function signInLink(back?: string): string {
  return back ? `/dang-nhap?ve=${encodeURIComponent(back)}` : '/dang-nhap';
}

/** Where a person signs out (POST). */
export const signOutLink = '/dang-xuat';

/** Where the administrator of a tenant works. */
const admin = '/quan-tri';

export const unitsLink = `${admin}/don-vi`;
export const newUnitLink = `${unitsLink}/moi`;

/** One unit, or what is done to it (POST). */
export function unitLink(unitId: string, deed?: 'thu-tu' | 'ket-thuc' | 'khoi-phuc'): string {
  return deed ? `${unitsLink}/${unitId}/${deed}` : `${unitsLink}/${unitId}`;
}

export const officersLink = `${admin}/can-bo`;
export const newOfficerLink = `${officersLink}/moi`;
export const officersCsvLink = `${admin}/can-bo.csv`;

/** One officer, or what is done to them (POST). */
export function officerLink(officerId: string, deed?: 'chuyen' | 'ket-thuc' | 'khoi-phuc'): string {
  return deed ? `${officersLink}/${officerId}/${deed}` : `${officersLink}/${officerId}`;
}

/** Opens accounts for all who have none (POST). */
export const accountsForAllLink = `${admin}/tai-khoan`;

/** What is done to the account of an officer (POST); without a deed, opens it. */
export function accountLink(officerId: string, deed?: 'khoa' | 'mo-khoa' | 'mat-khau' | 'vai-tro'): string {
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

/** Takes a list of officers back that was entered (POST). */
export function takeBackImportLink(importId: string): string {
  return `${admin}/nhap-can-bo/${importId}/lay-lai`;
}

export const absencesLink = `${admin}/vang-mat`;

/** What is done to an absence (POST). */
export function absenceLink(absenceId: string, deed: 'huy' | 'khoi-phuc'): string {
  return `${absencesLink}/${absenceId}/${deed}`;
}

export const settingsLink = `${admin}/cai-dat`;
