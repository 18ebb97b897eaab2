import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import { type Holder, makeHolder } from '#platform/signature/authorities.fixtures.ts';
import { readCertificateFile } from './certificate-file.server.ts';
import { addTrusted, removeTrusted, restoreTrusted } from './commands.server.ts';
import * as policy from './policy.ts';
import { getTrusted, listTrusted, loadTrust } from './queries.server.ts';

const from: Drawn = {
  acts: ['add', 'remove', 'restore'].map((verb) => `casework.trusted-certificate.${verb}`),
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let id: string;

const read = ({ pem }: Holder) => {
  const found = readCertificateFile(Buffer.from(pem));
  if ('refusal' in found) throw new Error(found.refusal);
  return found.certificates;
};
const trusted = () => home.as(home.signIn('admin'), 'read', listTrusted);

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const root = await makeHolder({ name: 'Gốc', isAuthority: true });
  await home.asProven(home.signIn('admin'), (ctx) => addTrusted(ctx, read(root)));
  id = (await trusted())[0]?.id ?? '';
});

describe('trusted certificates', () => {
  it('are removed and brought back as the policy says, and from no other commune', async () => {
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map([[id, { id }]]),
      deeds: [
        { name: 'remove', may: (actor) => policy.remove(actor).allowed, run: removeTrusted },
        { name: 'restore', may: (actor) => policy.restore(actor).allowed, run: restoreTrusted },
      ],
    });
  });

  it('are added by those who may', async () => {
    const other = await makeHolder({ name: 'Gốc khác', isAuthority: true });
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = {
        ...allPowerful({ acts: [] }),
        grants: new Map([['casework.trusted-certificate.add', scope]]),
      };
      const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) =>
        addTrusted(ctx, read(other)),
      );
      expect(came).toBe(policy.add(actor).allowed ? 'allowed' : 'forbidden');
    }
  });

  it('count for the whole office and for no other, and the administrator of another finds none', async () => {
    const elsewhere = { services, tenant: away.tenant };
    expect(await asAnybody(elsewhere, allPowerful(from), listTrusted)).toEqual([]);
    expect((await asAnybody(elsewhere, allPowerful(from), loadTrust)).certificates).toEqual([]);
    expect(
      (await asAnybody({ services, tenant: home.tenant }, allPowerful(from), loadTrust)).certificates,
    ).not.toEqual([]);
    await expect(asAnybody(elsewhere, allPowerful(from), (ctx) => getTrusted(ctx, id))).rejects.toThrow(
      NotFound,
    );
  });
});
