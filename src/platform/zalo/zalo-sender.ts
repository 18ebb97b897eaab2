import type { Handed, Outgoing, Sender, Trouble } from '../messaging/sender.ts';
import { askZalo, messageAnswer, tokenAnswer } from './zalo-call.ts';
import type { ZaloPlaces } from './zalo-places.ts';

/** Tokens of a Zalo account; the refresh token serves once and gives the next. */
export interface ZaloTokens {
  readonly accessToken: string | null;
  readonly accessExpiresAt: Date | null;
  readonly refreshToken: string;
}

/** The Zalo account of an office. */
export interface ZaloAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly tokens: ZaloTokens;
  /** A template approved by Zalo, for people who have not written within the last days. */
  readonly templateId: string | null;
}

/** An access token that ends within this is not used any more. */
const marginMs = 5 * 60_000;
const longestText = 2_000;
const longestTemplateText = 100;

/** The one parameter that a template has to have. */
export const templateParameter = 'noi_dung';

const tokenErrors = new Set([-124, -216, -220]);
const meaning: Readonly<Record<number, Trouble>> = {
  [-108]: 'no-such-address',
  [-118]: 'no-such-address',
  [-119]: 'blocked',
  [-114]: 'blocked',
  [-213]: 'blocked',
  [-227]: 'blocked',
  [-230]: 'outside-window',
  [-232]: 'outside-window',
  [-211]: 'quota',
  [-115]: 'quota',
  [-101]: 'wrong-settings',
  [-102]: 'wrong-settings',
  [-105]: 'wrong-settings',
  [-109]: 'wrong-settings',
  [-117]: 'wrong-settings',
  [-131]: 'wrong-settings',
};
/** With these no letter goes out, whoever it is to. */
const ofAll: ReadonlySet<Trouble> = new Set(['quota', 'wrong-settings']);
const busy = new Set([-32, -100]);

/**
 * Writes to people by the Zalo account of an office: as a message to those who have linked theirs, and where they have
 * not written for too long, as an approved template to their telephone. New tokens are given to `keep` before any of
 * them is used, since a refresh token that is lost cannot be had again.
 */
export function zaloSender(
  account: ZaloAccount,
  places: ZaloPlaces,
  keep: (tokens: ZaloTokens) => Promise<void>,
): Sender {
  let { tokens } = account;
  let renewing: Promise<Handed | undefined> | undefined;

  const renew = async (now: Date): Promise<Handed | undefined> => {
    const asked = await askZalo(
      `${places.oauth}/v4/oa/access_token`,
      { 'content-type': 'application/x-www-form-urlencoded', secret_key: account.appSecret },
      new URLSearchParams({
        app_id: account.appId,
        refresh_token: tokens.refreshToken,
        grant_type: 'refresh_token',
      }).toString(),
    );
    // No letter was part of this: whatever happened, all of them wait.
    if ('handed' in asked) return asked.handed.came === 'passing' ? asked.handed : closed('no-connection');
    const read = tokenAnswer.safeParse(asked.answer);
    if (!read.success) return closed('sign-in');
    tokens = {
      accessToken: read.data.access_token,
      accessExpiresAt: new Date(now.getTime() + read.data.expires_in * 1_000),
      refreshToken: read.data.refresh_token,
    };
    await keep(tokens);
    return undefined;
  };
  /** Many letters that find the token too old ask for one new one together. */
  const renewOnce = (now: Date, old: string | null): Promise<Handed | undefined> => {
    if (tokens.accessToken !== old) return Promise.resolve(undefined);
    renewing ??= renew(now).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  const ask = async (letter: Outgoing, url: string, body: object): Promise<Handed> => {
    const isOld =
      tokens.accessToken === null || Number(tokens.accessExpiresAt) - letter.at.getTime() < marginMs;
    const early = isOld ? await renewOnce(letter.at, tokens.accessToken) : undefined;
    if (early) return early;
    for (let attempt = 1; ; attempt += 1) {
      const used = tokens.accessToken ?? '';
      const asked = await askZalo(
        url,
        { 'content-type': 'application/json', access_token: used },
        JSON.stringify(body),
      );
      if ('handed' in asked) return asked.handed;
      const read = messageAnswer.safeParse(asked.answer);
      if (!read.success) return { came: 'unknown', trouble: 'bad-answer' };
      const { error, data } = read.data;
      if (error === 0) return { came: 'accepted', providerId: data?.message_id ?? data?.msg_id ?? null };
      if (!tokenErrors.has(error)) return declined(error);
      if (attempt === 2) return closed('sign-in', error);
      const failed = await renewOnce(letter.at, used);
      if (failed) return failed;
    }
  };

  return {
    send: async (letter) => {
      const handed = await ask(letter, `${places.openApi}/v3.0/oa/message/cs`, {
        recipient: { user_id: letter.to },
        message: { text: letter.text.slice(0, longestText) },
      });
      const isOutside = handed.came === 'declined' && handed.trouble === 'outside-window';
      if (!isOutside || account.templateId === null || letter.phone === undefined) return handed;
      return ask(letter, `${places.business}/message/template`, {
        phone: letter.phone.replace(/^\+/, ''),
        template_id: account.templateId,
        template_data: { [templateParameter]: letter.subject.slice(0, longestTemplateText) },
        tracking_id: letter.id,
      });
    },
    close: () => Promise.resolve(),
  };
}

function declined(error: number): Handed {
  if (busy.has(error)) return { came: 'passing', trouble: 'busy', ofAll: true, detail: String(error) };
  const trouble = meaning[error] ?? 'refused';
  return ofAll.has(trouble) ? closed(trouble, error) : { came: 'declined', trouble, detail: String(error) };
}

function closed(trouble: Trouble, error?: number): Handed {
  return {
    came: 'passing',
    trouble,
    ofAll: true,
    ...(error !== undefined && { detail: String(error) }),
  };
}
