/** Where a person signs in; `back` is the page to open afterwards. */
export function signInLink(back?: string): string {
  return back ? `/dang-nhap?ve=${encodeURIComponent(back)}` : '/dang-nhap';
}

/** Where a person signs out (POST). */
export const signOutLink = '/dang-xuat';

/** The person's own account: password, second factor, open sign-ins. */
export const accountLink = '/tai-khoan';

export const changePasswordLink = `${accountLink}/mat-khau`;

/** Asks the person to show again who they are; `back` is the page to return to. */
export function proofLink(back?: string): string {
  return back ? `${accountLink}/xac-nhan?ve=${encodeURIComponent(back)}` : `${accountLink}/xac-nhan`;
}

/** Ends one open sign-in (POST). */
export function closeSessionLink(sessionId: string): string {
  return `${accountLink}/phien/${sessionId}/dong`;
}

/** Ends every open sign-in of the person, this one too (POST). */
export const closeAllSessionsLink = `${accountLink}/dang-xuat-het`;
