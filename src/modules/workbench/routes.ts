import { get, type Route } from '#platform/http/route.ts';
import { homePage } from './home/pages/home.tsx';
import { homeLink, keysLink, searchDataLink, searchLink, systemLink } from './links.ts';
import { searchData, searchPage } from './search/pages/search.tsx';
import { shortcutsPage } from './shortcut/pages/shortcuts.tsx';
import { systemStatePage } from './system-state/pages/system-state.tsx';

export const routes: readonly Route[] = [
  get(homeLink, homePage),
  get(systemLink, systemStatePage),
  get(searchLink(), searchPage),
  get(searchDataLink, searchData),
  get(keysLink, shortcutsPage),
];
