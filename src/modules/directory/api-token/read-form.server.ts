import { fieldProblems } from '#platform/http/field-problems.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { readNetwork } from './addresses.server.ts';
import { mostAddresses } from './api-token.ts';
import type { NewToken } from './commands.server.ts';
import { tokenForm } from './input.ts';
import { texts } from './texts.ts';

/** What was typed, and either the token that it asks for or what is wrong with it.
 *  @param offered the scopes that the form showed */
export function readNewToken(ctx: Ctx, req: Req, offered: readonly string[]) {
  const t = texts(ctx.lang);
  const typed = {
    name: req.form.text('name'),
    days: req.form.text('days'),
    addresses: req.form.text('addresses'),
    scopes: req.form.texts('scopes').slice(0, 200),
  };
  const parsed = tokenForm.safeParse(typed);
  const lines = typed.addresses.split('\n').filter((line) => line.trim() !== '');
  const addresses = lines.map(readNetwork);
  const areScopes = typed.scopes.length > 0 && typed.scopes.every((scope) => offered.includes(scope));
  const problems = [
    ...(parsed.success ? [] : fieldProblems(parsed.error.issues, t.fault, t.fault.other)),
    ...(areScopes ? [] : [{ fieldId: 'scopes', text: t.fault.scopes }]),
    ...(addresses.includes(undefined) || lines.length > mostAddresses
      ? [{ fieldId: 'addresses', text: t.fault.addresses }]
      : []),
  ];
  if (!parsed.success || problems.length > 0) return { typed, given: undefined, problems };
  const given: NewToken = {
    name: parsed.data.name,
    days: parsed.data.days,
    scopes: [...new Set(typed.scopes)],
    addresses: addresses.filter((one) => one !== undefined),
  };
  return { typed, given, problems };
}
