import { get, post, type Route } from '#platform/http/route.ts';
import { feedLink, feedsLink, meetingFileLink, taskFileLink } from '../links.ts';
import { createFeedAction, feedsPage, renewFeedAction, revokeFeedAction } from './pages/feeds.tsx';
import { meetingFile } from './pages/meeting-file.tsx';
import { taskFile } from './pages/task-file.tsx';

/** Calendar links, and what is taken into a calendar once. */
export const feedRoutes: readonly Route[] = [
  get(taskFileLink(':id'), taskFile),
  get(meetingFileLink(':id'), meetingFile),
  get(feedsLink(), feedsPage),
  post(feedsLink(), 'planning.calendar-feed.create', createFeedAction),
  post(feedLink(':id', 'doi'), 'planning.calendar-feed.renew', renewFeedAction),
  post(feedLink(':id', 'thu-hoi'), 'planning.calendar-feed.revoke', revokeFeedAction),
];
