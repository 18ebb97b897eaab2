/** Where a person signs in; `back` is the page to open afterwards. */
export function signInLink(back?: string): string {
  return back ? `/dang-nhap?ve=${encodeURIComponent(back)}` : '/dang-nhap';
}

/** Where a person signs out (POST). */
export const signOutLink = '/dang-xuat';
