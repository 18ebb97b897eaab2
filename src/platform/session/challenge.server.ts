import { createHash, randomBytes } from 'node:crypto';
import type { Db, Pool } from '#platform/db/db.ts';

const minutes = 10;

/** A fresh random text for a device to sign; good once, for ten minutes. */
export async function issueChallenge(pool: Pool, now: Date): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  await pool.query('delete from platform.challenge where expires_at <= $1', [now]);
  await pool.query('insert into platform.challenge (challenge_hash, expires_at) values ($1, $2)', [
    hashOf(challenge),
    new Date(now.getTime() + minutes * 60_000),
  ]);
  return challenge;
}

/** Takes a challenge that was signed, so that nobody can bring the same answer again. For use inside an act. */
export async function takeChallenge(db: Db, challenge: string, now: Date): Promise<boolean> {
  const taken = await db
    .deleteFrom('platform.challenge')
    .where('challenge_hash', '=', hashOf(challenge))
    .where('expires_at', '>', now)
    .returning('expires_at')
    .executeTakeFirst();
  return taken !== undefined;
}

function hashOf(challenge: string): Buffer {
  return createHash('sha256').update(challenge).digest();
}
