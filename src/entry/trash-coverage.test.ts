import { describe, expect, it } from 'vitest';
import { trashKinds } from '#modules/workbench/index.server.ts';
import { routes } from './modules.ts';

/** Verbs by which something goes away from where it stood. */
const goesAway =
  /\.(?:\w+-)*(?:delete|discard|drop|end|take-back|take-away|remove|cancel|revoke|close|close-all|turn-off|lock)$/;

/** Acts of such a verb that put nothing into the trash, each with the reason. */
const notThrownAway: Readonly<Record<string, string>> = {
  'workbench.kept-form.drop': 'typing that was never sent, given up by the one who typed it',
  'planning.task.cancel': 'a state of the task, which stays in its lists and is opened again on its page',
  'planning.task.take-back':
    'a deed of one tap; the task stands at the step before and the deed is done again there',
  'planning.report-hand-in.take-back':
    'a judgement of a report, which stands as handed in and is judged again on the same page',
  'planning.task-template.take-back':
    'tasks that were just made and that nobody has touched; the template makes them again',
  'planning.conclusion.take-back':
    'points that were just confirmed, with tasks that nobody has touched; they are confirmed again',
  'casework.notice-choice.take-back':
    'choices of a person, a unit or the office, which stay; taking back a second time brings them again',
  'casework.contact.remove': 'an address is confirmed anew by a code, since it may be another person by then',
  'casework.zalo-account.remove': 'its secrets must not count again; they are entered anew',
  'planning.dependency.remove':
    'an order between two tasks, which both stay; it is added again on the same page',
  'directory.account.lock': 'a state of the account, which is unlocked on the same page',
  'directory.session.close': 'an open sign-in is no record; the person signs in again',
  'directory.session.close-all': 'open sign-ins are no records; the person signs in again',
  'planning.calendar-feed.revoke': 'a link that was given up must not open anything again; a new one is made',
  'directory.api-token.revoke': 'a key that was given up must not open anything again; a new one is made',
  'directory.webhook.end':
    'its secret must not sign letters again; the address stays listed and is entered anew',
  'directory.passkey.remove': 'a lost key must not open anything again; a new one is added in a minute',
  'directory.second-factor.turn-off': 'a secret that is given up must not count again; a new one is set up',
  'directory.second-factor.take-away': 'a secret that was lost must not count again; a new one is set up',
};

const acts = [
  ...new Set(
    routes.flatMap((route) => (route.verb === 'post' && goesAway.test(route.act) ? [route.act] : [])),
  ),
];
const thrown = new Set(trashKinds.flatMap((kind) => kind.acts));

describe('an act by which something goes away', () => {
  it('is one of many', () => {
    expect(acts.length).toBeGreaterThan(10);
  });

  it.each(acts)('%s puts it into the trash, or is listed with the reason', (act) => {
    expect(thrown.has(act) !== (notThrownAway[act] !== undefined)).toBe(true);
  });

  it('has a route when a kind of the trash names it, and so has the way back', () => {
    const known = new Set(routes.flatMap((route) => (route.verb === 'post' ? [route.act] : [])));
    for (const kind of trashKinds) {
      expect(kind.acts.filter((act) => !known.has(act))).toEqual([]);
      expect(known).toContain(kind.restoreAct);
    }
  });
});
