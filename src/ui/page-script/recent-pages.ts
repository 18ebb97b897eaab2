/// <reference lib="dom" />

const kept = 'recent-pages';
const mostKept = 6;
const isRecord = /\/[0-9a-f]{8}-[0-9a-f-]{27}$/;

export interface RecentPage {
  readonly title: string;
  readonly href: string;
}

interface Kept {
  readonly person: string;
  readonly pages: readonly RecentPage[];
}

/** The records that this person lately opened in this window, the last one first, without the page that is open. */
export function recentPages(person: string): RecentPage[] {
  return read(person).filter(({ href }) => href !== location.pathname);
}

/**
 * Remembers the open page when it is a record. Kept in this window only and gone with it, because computers of an office
 * are shared; what another person left is thrown away.
 */
export function rememberPage(person: string): void {
  const title = document.querySelector('main h1')?.textContent?.trim();
  const pages = read(person);
  const isNew = title !== undefined && isRecord.test(location.pathname);
  const next = isNew
    ? [{ title, href: location.pathname }, ...pages.filter(({ href }) => href !== location.pathname)]
    : pages;
  try {
    sessionStorage.setItem(kept, JSON.stringify({ person, pages: next.slice(0, mostKept) } satisfies Kept));
  } catch {
    // A browser that keeps nothing does without.
  }
}

function read(person: string): readonly RecentPage[] {
  try {
    const found = JSON.parse(sessionStorage.getItem(kept) ?? 'null') as Kept | null;
    return found?.person === person ? found.pages : [];
  } catch {
    return [];
  }
}
