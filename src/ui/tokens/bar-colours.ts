/** The token `--paper` of both themes, for what lies outside the page: the bar of a phone's browser, a manifest. */
export const BAR_COLOURS = { light: '#ffffff', dark: '#1c2026' } as const;
