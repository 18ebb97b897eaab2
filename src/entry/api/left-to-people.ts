/** Why no program does an act; each reason is one for all acts under it. */
const reasons = {
  proof: 'It protects an account, and asks for a proof of the person at the keyboard that no token can give.',
  session: 'It is about sign-ins of browsers, which programs do not have.',
  password: 'It shows a password once, on the screen of whoever hands it over.',
  tokens: 'A token must not make or keep alive other tokens, nor give programs names.',
  keyboard: 'It is how one person uses the pages.',
} as const;

/** The acts of the pages that have no operation, each with the reason; a test holds that there are no others. */
export const leftToPeople: Readonly<Record<string, (typeof reasons)[keyof typeof reasons]>> = {
  'directory.account.change-email': reasons.proof,
  'directory.account.change-password': reasons.proof,
  'directory.account.choose-keys': reasons.keyboard,
  'directory.account.create': reasons.password,
  'directory.account.reset-password': reasons.password,
  'directory.api-token.create': reasons.tokens,
  'directory.api-token.revoke': reasons.tokens,
  'directory.machine.create': reasons.tokens,
  'directory.machine.create-token': reasons.tokens,
  'directory.machine.end': reasons.tokens,
  'directory.machine.restore': reasons.tokens,
  'directory.machine.revoke-token': reasons.tokens,
  'directory.passkey.add': reasons.proof,
  'directory.passkey.remove': reasons.proof,
  'directory.password-link.make': reasons.proof,
  'directory.role.require-factor': reasons.proof,
  'directory.second-factor.begin': reasons.proof,
  'directory.second-factor.renew-codes': reasons.proof,
  'directory.second-factor.take-away': reasons.proof,
  'directory.second-factor.turn-off': reasons.proof,
  'directory.second-factor.turn-on': reasons.proof,
  'directory.session.close': reasons.session,
  'directory.session.close-all': reasons.session,
  'directory.session.prove': reasons.session,
};
