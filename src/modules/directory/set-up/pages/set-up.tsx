import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Visit } from '#platform/session/visit.ts';
import { Button } from '#ui/button/button.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { PasswordField, TextareaField, TextField } from '#ui/field/text-field.tsx';
import { shortestPassword } from '../../account/account.ts';
import { setUpLink, signInLink } from '../../links.ts';
import { whatIsSetUp } from '../../tenant/queries.server.ts';
import { setUpFirstOffice } from '../commands.server.ts';
import { placeSearch, setUpForm } from '../input.ts';
import { findPlaces, type Place } from '../place.ts';
import { listPlaces } from '../places.server.ts';
import { isSetUpCode } from '../set-up-code.server.ts';
import { texts } from '../texts.ts';

const mostFound = 30;
const kept = ['code', 'fullName', 'positionTitle', 'signInName', 'units'] as const;
type Typed = Readonly<Partial<Record<(typeof kept)[number], string>>>;

/** Finds the office in the official list; once it is chosen, the form that sets it up. */
export async function setUpPage(visit: Visit, req: Req): Promise<Reply> {
  if (!(await isOpen(visit))) return seeOther(signInLink());
  const { tim, ma } = placeSearch.parse(Object.fromEntries(req.query));
  const place = listPlaces().find((one) => one.code === ma);
  return place ? form(visit.lang, place) : search(visit.lang, tim);
}

/** Sets the office up when the code is the one that the terminal printed, and leads to the sign-in. */
export async function setUpAction(visit: Visit, req: Req, code: string): Promise<Reply> {
  if (!(await isOpen(visit))) return seeOther(signInLink());
  const t = texts(visit.lang);
  const place = listPlaces().find((one) => one.code === req.form.text('ma'));
  if (!place) return search(visit.lang, '');
  const sent = req.form.all();
  const typed: Typed = Object.fromEntries(kept.map((name) => [name, sent[name] ?? '']));
  const parsed = setUpForm.safeParse({ ...Object.fromEntries(fields.map((name) => [name, ''])), ...sent });
  if (!parsed.success)
    return form(visit.lang, place, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  await visit.services.throttle.count('set-up-code', req.remoteAddress);
  if (!isSetUpCode(code, parsed.data.code))
    return form(visit.lang, place, typed, [{ fieldId: 'code', text: t.fault.wrongCode }]);
  const tenantName = nameOf('vi', place);
  const outcome = await setUpFirstOffice(visit, { ...parsed.data, place, tenantName });
  if (outcome.ok) return seeOther(signInLink(), { tone: 'ok', text: t.done });
  return form(visit.lang, place, typed, [{ fieldId: '', text: t.refusal[outcome.code] }]);
}

/** Whether nothing is set up yet; once something is, the pages of the set-up are closed. */
export async function isOpen(visit: Visit): Promise<boolean> {
  return (await withoutTenant(visit.services.pool, whatIsSetUp)) === 'nothing';
}

const fields = [...kept, 'password', 'again'] as const;

function nameOf(lang: Lang, place: Place): string {
  return `${texts(lang).level[place.level]} ${place.name}`;
}

function search(lang: Lang, term: string): PageReply {
  const t = texts(lang);
  const found = findPlaces(listPlaces(), term, mostFound);
  return page({
    title: t.title,
    current: setUpLink(),
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.findLead}</p>
        <form action={setUpLink()} class="form">
          <TextField name="tim" label={t.search} hint={t.searchHint} value={term} autofocus />
          <Button kind="primary">{t.find}</Button>
        </form>
        {term !== '' && (
          <>
            <p role="status">{found.length > 0 ? t.found(formatNumber(lang, found.length)) : t.noneFound}</p>
            <ul>
              {found.map((place) => (
                <li key={place.code}>
                  <a href={setUpLink(place.code)}>{nameOf(lang, place)}</a>
                  {place.kind === 'commune' && `, ${place.provinceName}`} ({place.code})
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  });
}

function form(lang: Lang, place: Place, typed?: Typed, problems: readonly FieldProblem[] = []): PageReply {
  const t = texts(lang);
  const units = place.kind === 'commune' ? t.communeUnits : t.provinceUnits;
  const about = (name: string) => ({
    error: problems.find((one) => one.fieldId === name)?.text,
    required: true,
  });
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: setUpLink(),
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <h1>{t.title}</h1>
        <p>
          {t.place}: <strong>{nameOf(lang, place)}</strong>
          {place.kind === 'commune' && `, ${place.provinceName}`} (<a href={setUpLink()}>{t.otherPlace}</a>)
        </p>
        <form method="post" action={setUpLink()} class="form" novalidate>
          <input type="hidden" name="ma" value={place.code} />
          <TextField
            name="code"
            label={t.code}
            hint={t.codeHint}
            value={typed?.code}
            autocomplete="one-time-code"
            spellcheck={false}
            {...about('code')}
          />
          <h2>{t.admin}</h2>
          <TextField name="fullName" label={t.fullName} value={typed?.fullName} {...about('fullName')} />
          <TextField
            name="positionTitle"
            label={t.position}
            value={typed?.positionTitle}
            {...about('positionTitle')}
            required={false}
          />
          <TextField
            name="signInName"
            label={t.signInName}
            hint={t.signInHint}
            value={typed?.signInName}
            autocomplete="username"
            spellcheck={false}
            {...about('signInName')}
          />
          <PasswordField
            name="password"
            label={t.password}
            hint={t.passwordHint(shortestPassword)}
            autocomplete="new-password"
            {...about('password')}
          />
          <PasswordField name="again" label={t.again} autocomplete="new-password" {...about('again')} />
          <TextareaField
            name="units"
            label={t.units}
            hint={t.unitsHint}
            rows={6}
            value={typed?.units ?? units.join('\n')}
            {...about('units')}
          />
          <Button kind="primary">{t.submit}</Button>
        </form>
      </>
    ),
  });
}
