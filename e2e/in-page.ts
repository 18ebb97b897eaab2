/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// Each function runs inside the page that a test has open, so it stands alone: no import, no word of this file.

/** What every page must say of itself. */
export function headTroubles(): string[] {
  const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility());
  return [
    headings.length === 1 ? '' : `${headings.length} headings of the first level`,
    document.title.trim() ? '' : 'no title',
    /^(?:vi|en)$/.test(document.documentElement.lang) ? '' : 'no language',
    document.querySelectorAll('main').length === 1 ? '' : 'no main part',
  ].filter(Boolean);
}

/** By how much the page scrolls sideways, and what reaches out furthest; empty when it does not. */
export function sidewaysBy(): string {
  const root = document.documentElement;
  const over = root.scrollWidth - root.clientWidth;
  if (over <= 0) return '';
  const reach = (element: Element) => element.getBoundingClientRect().right;
  const [furthest] = [...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility() && reach(element) > root.clientWidth)
    .toSorted((one, other) => reach(other) - reach(one));
  return `scrolls sideways by ${over} px: ${furthest?.outerHTML.slice(0, 160)}`;
}

/** Gives each control the focus and says where no ring is drawn, or where other things lie over it. */
export function badFocus(): string[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]',
    ),
  ].filter(
    (control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(':disabled'),
  );
  const said = (control: HTMLElement) => control.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
  const isRinged = (element: Element | null) => {
    if (!element) return false;
    const style = getComputedStyle(element);
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  };
  const isSeen = (control: HTMLElement) =>
    [...control.getClientRects()].some((box) =>
      [0.1, 0.5, 0.9].some((across) =>
        [0.2, 0.5, 0.8].some((down) => {
          const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
          return (
            top !== null && (control.contains(top) || (top.closest('label')?.contains(control) ?? false))
          );
        }),
      ),
    );
  return controls.slice(0, 150).flatMap((control) => {
    control.focus();
    if (document.activeElement !== control) return [];
    if (!isRinged(control) && !isRinged(control.closest('label'))) return [`no focus ring: ${said(control)}`];
    return isSeen(control) ? [] : [`focus hidden: ${said(control)}`];
  });
}

/** How long the page is, in pixels; no window is longer than a browser can draw. */
export function lengthOfPage(): number {
  return Math.min(Math.max(document.documentElement.scrollHeight, 400), 15_000);
}
