import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Signature } from '#platform/signature/signature-report.ts';
import { type Fact, Facts } from '#ui/facts/facts.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { isVouchedFor, type SignatureCheck, type SignatureStanding } from '../signature-check.ts';
import { type Texts, texts } from '../texts.ts';

const tones: Readonly<Record<SignatureStanding, Tone>> = {
  good: 'ok',
  doubtful: 'soon',
  changed: 'soon',
  broken: 'late',
  unsigned: 'neutral',
  unchecked: 'paused',
};

/** What the signatures of a paper amount to, as a tag. */
export function SignatureTag({ lang, standing }: { lang: Lang; standing: SignatureStanding }) {
  return <Tag tone={tones[standing]}>{texts(lang).standing[standing]}</Tag>;
}

/** Every signature of a paper: who, by whose word, when, and what happened to the file since. */
export function SignaturePanel({ lang, check }: { lang: Lang; check: SignatureCheck | undefined }) {
  const t = texts(lang);
  if (!check)
    return (
      <Panel id="signatures" title={t.title}>
        <p>{t.waiting}</p>
      </Panel>
    );
  const { standing, report, checkedAt } = check;
  return (
    <Panel
      id="signatures"
      title={t.title}
      count={report.signatures.length}
      note={`${t.checkedAt(formatInstant(lang, checkedAt))}. ${t.notRevoked}`}
    >
      <Stack>
        <Notice tone={tones[standing]} title={t.standing[standing]}>
          {t.standingText[standing]}
          {report.left > 0 && <p>{t.left(formatNumber(lang, report.left))}</p>}
        </Notice>
        {report.signatures.map((one, index) => (
          <section key={`${index}`} aria-labelledby={`signature-${index + 1}`}>
            <h3 id={`signature-${index + 1}`}>
              {t.number(formatNumber(lang, index + 1))}{' '}
              <Tag tone={toneOf(one)}>
                {[t.verdict[one.verdict], one.problem && t.problem[one.problem]].filter(Boolean).join(': ')}
              </Tag>
            </h3>
            <Facts layout="rows" facts={factsOf(lang, t, one)} />
          </section>
        ))}
      </Stack>
    </Panel>
  );
}

function toneOf(one: Signature): Tone {
  if (one.verdict === 'broken') return 'late';
  return isVouchedFor(one) && one.after !== 'unsigned' ? 'ok' : 'soon';
}

function factsOf(lang: Lang, t: Texts, one: Signature): Fact[] {
  const facts: (Fact | null)[] = [
    one.signer && {
      label: one.verdict === 'intact' ? t.fact.signer : t.fact.claimedSigner,
      value: one.signer.name,
      note: one.signer.organisation ?? undefined,
    },
    one.issuer === null
      ? null
      : { label: t.fact.issuer, value: one.issuer, note: one.path.slice(1).join(' → ') || undefined },
    one.trust === null ? null : { label: t.fact.trust, value: t.trust[one.trust] },
    {
      label: t.fact.time,
      value: one.signedAt === null ? t.timeProof.none : formatInstant(lang, new Date(one.signedAt)),
      note: one.signedAt === null ? undefined : t.timeProof[one.timeProof],
    },
    one.problem === 'range'
      ? null
      : {
          label: t.fact.changed,
          value:
            one.after === 'nothing'
              ? t.after.nothing
              : t.after[one.after](formatNumber(lang, one.bytesAfter)),
        },
    { label: t.fact.kind, value: one.kind || t.noKind },
    one.signer && {
      label: t.fact.fingerprint,
      value: <code>{one.signer.fingerprint.match(/.{1,8}/g)?.join(' ')}</code>,
    },
  ];
  return facts.filter((fact) => fact !== null);
}
