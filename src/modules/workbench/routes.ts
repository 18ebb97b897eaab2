import { get, type Route } from '#platform/http/route.ts';
import { homePage } from './home/pages/home.tsx';
import { homeLink } from './links.ts';

export const routes: readonly Route[] = [get(homeLink, homePage)];
