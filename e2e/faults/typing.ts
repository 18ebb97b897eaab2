import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'node-html-parser';
import type { Chance } from './chance.ts';
import type { Machine } from './machine.ts';
import { type Person, valueOn } from './person.ts';
import { strike } from './storm.ts';

const page = '/quan-tri/don-vi/moi';

/** A long form that one person types into, and what they know to have been kept of it. */
interface Typing {
  readonly person: Person;
  readonly marks: Readonly<Record<string, string>>;
  /** What was sent to be kept last, and what the product said last that it keeps; both count up. */
  sent: number;
  acknowledged: number;
}

/** What a storm over people who type has shown. */
export interface TypingProof {
  readonly keepings: number;
  readonly acknowledged: number;
  readonly blows: number;
  /** Forms that came back older than what the product had said it keeps. */
  readonly lost: readonly string[];
}

/**
 * Lets people type while the program or its PostgreSQL is killed `blows` times, and looks after each blow whether every
 * form comes back at least as far as the product said that it keeps it.
 */
export async function typeInTheStorm(
  machine: Machine,
  chance: Chance,
  people: readonly Person[],
  blows: number,
): Promise<TypingProof> {
  const typings = await Promise.all(people.map(beginTyping));
  const lost: string[] = [];
  let [keepings, acknowledged] = [0, 0];
  for (let blow = 0; blow < blows; blow += 1) {
    const struck = new AbortController();
    const typing = Promise.all(
      typings.map(async (one) => {
        while (!struck.signal.aborted) {
          if (await keepNext(one)) acknowledged += 1;
          keepings += 1;
          await sleep(chance.between(5, 60));
        }
      }),
    );
    await sleep(chance.between(300, 2_000));
    strike(machine, chance, chance.pick(['program', 'program', 'postmaster', 'everything']));
    struck.abort();
    await typing;
    await machine.untilReady();
    for (const one of typings) {
      const kept = await keptOf(one);
      if (kept < one.acknowledged) lost.push(`${kept} came back of ${one.acknowledged}`);
    }
  }
  return { keepings, acknowledged, blows, lost };
}

async function beginTyping(person: Person): Promise<Typing> {
  const form = parse((await person.getUntilAnswered(page)).text).querySelector('form[data-keep]');
  const marks = Object.fromEntries(
    (form?.querySelectorAll('input[type="hidden"]') ?? []).map((one) => [
      one.getAttribute('name') ?? '',
      one.getAttribute('value') ?? '',
    ]),
  );
  return { person, marks: { ...marks, '_bieu-mau': page }, sent: 0, acknowledged: 0 };
}

/** Sends what was typed so far once, as the script does; true when the product said that it is kept. */
async function keepNext(one: Typing): Promise<boolean> {
  one.sent += 1;
  const number = one.sent;
  const answer = await one.person.post('/tai-khoan/dang-viet', { ...one.marks, name: `Thôn ${number}` });
  const isKept = answer?.status === 200 && (JSON.parse(answer.text) as { kept: boolean }).kept;
  if (isKept) one.acknowledged = number;
  return isKept;
}

/** How far the form has come that the person is offered to go on with; 0 when nothing is offered. */
async function keptOf(one: Typing): Promise<number> {
  const goneOn = await one.person.getUntilAnswered(`${page}?viet-tiep=1`);
  return Number(/^Thôn (\d+)$/.exec(valueOn(goneOn, 'name'))?.[1] ?? 0);
}
