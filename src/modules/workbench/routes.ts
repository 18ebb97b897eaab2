import { get, type Route } from '#platform/http/route.ts';
import { homePage } from './home/pages/home.tsx';
import { homeLink, systemLink } from './links.ts';
import { systemStatePage } from './system-state/pages/system-state.tsx';

export const routes: readonly Route[] = [get(homeLink, homePage), get(systemLink, systemStatePage)];
