import { sql } from 'kysely';
import type { Db, ReadDb } from '#platform/db/db.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { type KeptForm, mostForms } from './kept-form.ts';

/** Whose form it is. */
export interface Typist {
  readonly tenantId: string;
  readonly accountId: string;
}

/** What was typed into a drawing of a form, where it is sent, and the page that shows it. */
export interface UnsentForm {
  readonly formAddress: string;
  readonly pagePath: string;
  readonly formKey: string;
  readonly fields: KeptForm['fields'];
}

/**
 * Keeps what somebody has typed into a form, in place of what was kept of it before. What arrives after the form was
 * sent, or from a page that is older than that, is not kept. This is no act and has no audit line: nothing of the
 * office changes, and what a person has not sent is nobody's to read (docs/decisions/0025).
 */
export async function keepForm(db: Db, typist: Typist, form: UnsentForm, now: Date): Promise<void> {
  await lockForms(db, typist);
  const sent = await db
    .selectFrom('platform.sent_form')
    .select('form_key')
    .where('tenant_id', '=', typist.tenantId)
    .where('account_id', '=', typist.accountId)
    .where('form_key', '=', form.formKey)
    .where('location', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (sent) return;
  await putForm(db, typist, form, now);
}

/**
 * Keeps a form that was sent and has to be sent again, in place of what was kept of it before; like `keepForm` no act.
 */
export async function keepUnsentForm(db: Db, typist: Typist, form: UnsentForm, now: Date): Promise<void> {
  await lockForms(db, typist);
  await putForm(db, typist, form, now);
}

async function putForm(db: Db, typist: Typist, form: UnsentForm, now: Date): Promise<void> {
  const kept = {
    page_path: form.pagePath,
    form_key: form.formKey,
    fields: JSON.stringify(form.fields),
    kept_at: now,
  };
  await db
    .insertInto('platform.kept_form')
    .values({
      tenant_id: typist.tenantId,
      account_id: typist.accountId,
      form_address: form.formAddress,
      ...kept,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id', 'form_address']).doUpdateSet(kept))
    .execute();
  await dropOldest(db, typist);
}

/** Forgets what was kept of a form: it was sent or given up. */
export async function forgetForm(db: Db, typist: Typist, formAddress: string): Promise<void> {
  await lockForms(db, typist);
  await db
    .deleteFrom('platform.kept_form')
    .where('tenant_id', '=', typist.tenantId)
    .where('account_id', '=', typist.accountId)
    .where('form_address', '=', formAddress)
    .execute();
}

const formRows = keptQuery((db, { tenantId, accountId, pagePath }: Typist & { readonly pagePath: string }) =>
  db
    .selectFrom('platform.kept_form')
    .select(['form_address', 'fields', 'kept_at'])
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('page_path', '=', pagePath),
);

/** What this person has typed into the forms of a page and not sent. */
export async function listKeptForms(db: ReadDb, typist: Typist, pagePath: string): Promise<KeptForm[]> {
  const rows = await formRows(db, { ...typist, pagePath });
  return rows.map((row) => ({
    formAddress: row.form_address,
    fields: row.fields as unknown as KeptForm['fields'],
    keptAt: new Date(row.kept_at),
  }));
}

/** Sending and keeping of one person's forms wait for one another, so that a late keeping cannot outlive the sending. */
async function lockForms(db: Db, typist: Typist): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kept-form:${typist.accountId}`}, 0))`.execute(
    db,
  );
}

async function dropOldest(db: Db, typist: Typist): Promise<void> {
  await db
    .deleteFrom('platform.kept_form')
    .where('tenant_id', '=', typist.tenantId)
    .where('account_id', '=', typist.accountId)
    .where('form_address', 'in', (older) =>
      older
        .selectFrom('platform.kept_form')
        .select('form_address')
        .where('tenant_id', '=', typist.tenantId)
        .where('account_id', '=', typist.accountId)
        .orderBy('kept_at', 'desc')
        .offset(mostForms),
    )
    .execute();
}
