import { Provider } from 'oidc-provider';

/**
 * An identity provider as a program of its own, for tests: prints its address. `/people?subject=&name=&roles=` enters
 * somebody, who may then sign in under the subject with any password.
 */
const [, , returnTo = '', port = ''] = process.argv;
const issuer = `http://localhost:${port}`;
const people = new Map<string, { preferred_username: string; realm_access: { roles: string[] } }>();

const provider = new Provider(issuer, {
  clients: [{ client_id: 'sauro', client_secret: 'bi-mat-cua-sauro', redirect_uris: [returnTo] }],
  claims: { openid: ['sub'], profile: ['preferred_username', 'realm_access'] },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  cookies: { keys: ['only-for-tests'] },
});

provider.use(async (ctx, next) => {
  if (ctx.path !== '/people') {
    await next();
    return;
  }
  const asked = new URLSearchParams(ctx.querystring);
  people.set(asked.get('subject') ?? '', {
    preferred_username: asked.get('name') ?? '',
    realm_access: { roles: (asked.get('roles') ?? '').split(',') },
  });
  ctx.body = 'entered';
});

provider.listen(Number(port), '127.0.0.1', () => process.stdout.write(`${issuer}\n`));
