import type { AuditWords } from '#modules/casework/index.server.ts';
import { compareText } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { ActiveFilters } from '#ui/active-filters/active-filters.tsx';
import { SelectField } from '#ui/field/choice-field.tsx';
import { DateField } from '#ui/field/text-field.tsx';
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx';
import { auditLink } from '../../links.ts';
import type { AskedFilter } from './asked-filter.tsx';
import { texts } from '../texts.ts';

type Props = AskedFilter & {
  readonly lang: Lang;
  readonly words: AuditWords;
  readonly actors: readonly { key: string; name: string; isSystem: boolean }[];
};

/** Filters of the audit by person, act, kind of record and days: a plain GET form. */
export function AuditFilterBar(props: Props) {
  const { lang, typed, problems, filter } = props;
  const t = texts(lang).filter;
  const errorOf = (name: string) => problems.find((problem) => problem.fieldId === name)?.text;
  return (
    <>
      <FilterBar
        action={auditLink()}
        submitLabel={t.submit}
        keep={typed['ban-ghi'] ? { 'ban-ghi': typed['ban-ghi'] } : {}}
      >
        <SelectField
          name="nguoi"
          label={t.person}
          value={typed.nguoi ?? ''}
          emptyLabel={t.any}
          options={people(props)}
        />
        <SelectField
          name="kieu"
          label={t.sort}
          value={filter?.kieu ?? ''}
          emptyLabel={t.any}
          options={Object.entries(t.sorts).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="viec"
          label={t.act}
          value={typed.viec ?? ''}
          emptyLabel={t.any}
          options={choices(lang, props.words.acts, typed.viec)}
        />
        <SelectField
          name="loai"
          label={t.kind}
          value={typed.loai ?? ''}
          emptyLabel={t.any}
          options={choices(lang, props.words.kinds, typed.loai)}
        />
        <DateField name="tu" label={t.from} value={typed.tu} placeholder={t.day} error={errorOf('tu')} />
        <DateField name="den" label={t.to} value={typed.den} placeholder={t.day} error={errorOf('den')} />
      </FilterBar>
      <Chips {...props} />
    </>
  );
}

function people({ lang, actors, words }: Props) {
  return actors
    .map(({ key, name, isSystem }) => ({
      value: key,
      label: isSystem ? (words.systems?.[name] ?? name) : name,
    }))
    .sort((a, b) => compareText(lang, a.label, b.label));
}

/** Known words in their order; a code without words that was asked for stands under itself. */
function choices(lang: Lang, dictionary: Readonly<Record<string, string>>, asked: string | undefined) {
  const known = Object.entries(dictionary).map(([value, label]) => ({ value, label }));
  const all = asked && !(asked in dictionary) ? [...known, { value: asked, label: asked }] : known;
  return all.sort((a, b) => compareText(lang, a.label, b.label));
}

function Chips(props: Props) {
  const { lang, typed, filter, words } = props;
  const t = texts(lang).filter;
  if (!filter) return null;
  const labels: Record<string, string | undefined> = {
    nguoi: filter.nguoi && (people(props).find((one) => one.value === filter.nguoi)?.label ?? filter.nguoi),
    kieu: filter.kieu && t.sorts[filter.kieu],
    viec: filter.viec && (words.acts[filter.viec] ?? filter.viec),
    loai: filter.loai && (words.kinds[filter.loai] ?? filter.loai),
    'ban-ghi': filter['ban-ghi'] && `${t.record} #${filter['ban-ghi'].slice(-6)}`,
    tu: filter.tu && t.fromDay(filter.tu),
    den: filter.den && t.toDay(filter.den),
  };
  const filters = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, href: auditLink({ ...typed, truoc: undefined, [name]: undefined }) }] : [],
  );
  if (filters.length === 0) return null;
  return (
    <ActiveFilters
      label={t.active}
      removeLabel={t.remove}
      filters={filters}
      clear={{ label: t.clear, href: auditLink() }}
    />
  );
}
