import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { DisclosureList, type DisclosureRow } from '#ui/disclosure-list/disclosure-list.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import type { Tone } from '#ui/tag/tag.tsx';
import type { Finding, Mend, Severity } from '../finding.ts';
import { texts } from '../texts.ts';
import { findingPlace, findingSentence, mendLabel } from './finding-words.tsx';

/** Where a mend is sent, and what is sent with it. */
export interface MendForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

export interface FindingListProps {
  readonly lang: Lang;
  readonly findings: readonly Finding[];
  /** The address at which the finding's row or lines are seen; without one it has no link. */
  readonly hrefOf: (finding: Finding) => string | undefined;
  /** How a mend is done; without one it is not offered, as on pages that only show. */
  readonly mendForm?: ((finding: Finding, mend: Mend) => MendForm | undefined) | undefined;
}

/** More at once than this helps nobody: mending these brings the others up. */
const mostShown = 60;

const toneOf: Readonly<Record<Severity, Tone>> = { must: 'late', should: 'soon' };

/** The findings of a check: what stands in the way of issuing, then what is worth a look; each with its mends. */
export function FindingList(props: FindingListProps) {
  const { lang, findings } = props;
  const t = texts(lang).check;
  if (findings.length === 0) {
    return (
      <Notice tone="ok" title={t.none.title}>
        {t.none.text}
      </Notice>
    );
  }
  return (
    <Stack>
      {(['must', 'should'] as const).map((severity) => (
        <OfSeverity key={severity} {...props} severity={severity} />
      ))}
    </Stack>
  );
}

function OfSeverity(props: FindingListProps & { severity: Severity }) {
  const { lang, severity } = props;
  const t = texts(lang).check;
  const findings = props.findings.filter((one) => one.severity === severity);
  if (findings.length === 0) return null;
  const more = findings.length - mostShown;
  return (
    <Panel
      id={`check-${severity}`}
      title={t[severity]}
      count={formatNumber(lang, findings.length)}
      isFlush
      footer={more > 0 ? t.more(formatNumber(lang, more)) : undefined}
    >
      <DisclosureList
        label={t[severity]}
        frame="none"
        tagPlace="start"
        rows={findings.slice(0, mostShown).map((finding, index) => rowOf(props, finding, index))}
      />
    </Panel>
  );
}

function rowOf(props: FindingListProps, finding: Finding, index: number): DisclosureRow {
  const { lang } = props;
  const note = [findingPlace(lang, finding), finding.subject].filter(Boolean).join(' · ');
  return {
    id: `finding-${finding.severity}-${index}`,
    title: findingSentence(lang, finding),
    note: note || undefined,
    tag: { tone: toneOf[finding.severity], children: texts(lang).title[finding.code] },
    body: <Deeds {...props} finding={finding} />,
  };
}

function Deeds({ lang, finding, hrefOf, mendForm }: FindingListProps & { finding: Finding }) {
  const href = hrefOf(finding);
  return (
    <ButtonRow>
      {finding.mends.map((mend, index) => {
        const form = mendForm?.(finding, mend);
        return form && <MendButton key={index} form={form} label={mendLabel(lang, finding, mend)} />;
      })}
      {href && (
        <LinkButton href={href} size="small" kind="quiet">
          {texts(lang).check.open}
        </LinkButton>
      )}
    </ButtonRow>
  );
}

function MendButton({ form, label }: { form: MendForm; label: string }) {
  return (
    <form method="post" action={form.action}>
      {Object.entries(form.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button size="small">{label}</Button>
    </form>
  );
}
