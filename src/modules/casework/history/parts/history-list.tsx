import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import { DisclosureList, type DisclosureRow } from '#ui/disclosure-list/disclosure-list.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Table } from '#ui/table/table.tsx';
import { type Change, changesBetween, type HistoryLine } from '../history.ts';
import { texts } from '../texts.ts';
import { fieldWords, type Speech, valueWords } from './value-words.tsx';

/** More fields than anybody reads one by one: the file has them all. */
const mostFields = 60;

type Props = Speech & {
  readonly lines: readonly HistoryLine[];
  readonly frame?: 'own' | 'none';
  /** Where a record is opened; undefined for kinds that have no page. */
  readonly linkOf: (kind: string, id: string) => string | undefined;
};

/** Audit lines, each folded: when, what, who, which record; opened, what changed, from where and its place in the chain. */
export function HistoryList(props: Props) {
  const t = texts(props.lang);
  return (
    <DisclosureList
      label={t.list}
      frame={props.frame}
      rows={props.lines.map((line): DisclosureRow => {
        const kind = props.words.kinds[line.recordKind] ?? line.recordKind;
        const name = props.names.get(line.recordId);
        return {
          id: `line-${line.id}`,
          lead: <time datetime={line.at.toISOString()}>{formatInstant(props.lang, line.at)}</time>,
          title: props.words.acts[line.act] ?? line.act,
          note: `${actorWords(props, line)} · ${kind}${name ? `: ${name}` : ''}`,
          ...(line.position === null && { tag: { tone: 'draft' as const, children: t.waiting } }),
          body: <LineBody {...props} line={line} />,
        };
      })}
    />
  );
}

function actorWords(speech: Speech, line: HistoryLine): string {
  if (line.actorKind === 'person') return line.actorName;
  return speech.words.systems?.[line.actorName] ?? `${texts(speech.lang).system}: ${line.actorName}`;
}

function LineBody(props: Props & { line: HistoryLine }) {
  const { lang, line, words } = props;
  const t = texts(lang);
  const changes = changesBetween(line.before, line.after);
  const kind = words.kinds[line.recordKind] ?? line.recordKind;
  const href = props.linkOf(line.recordKind, line.recordId);
  return (
    <>
      {changes.length === 0 ? (
        <p>{t.noChange}</p>
      ) : (
        <ChangeTable speech={{ ...props, recordKind: line.recordKind }} changes={changes} />
      )}
      <Facts
        layout="rows"
        facts={[
          { label: t.facts.record, value: href ? <a href={href}>{kind}</a> : kind, note: line.recordId },
          { label: t.facts.where, value: line.remoteAddress ?? t.noAddress },
          { label: t.facts.code, value: line.act },
          { label: t.facts.request, value: line.requestId },
          {
            label: t.facts.place,
            value: line.position === null ? t.waiting : formatNumber(lang, line.position),
          },
          ...(line.hash ? [{ label: t.facts.hash, value: line.hash }] : []),
        ]}
      />
    </>
  );
}

function ChangeTable({ speech, changes }: { speech: Speech; changes: readonly Change[] }) {
  const t = texts(speech.lang);
  const shown = changes.slice(0, mostFields);
  const rest = changes.length - shown.length;
  const say = (change: Change, value: unknown) => valueWords(speech, change.path, value);
  return (
    <>
      <Table<Change>
        caption={t.change.caption}
        rows={shown}
        rowKey={(change) => change.path.join('.')}
        columns={[
          {
            key: 'field',
            label: t.change.field,
            priority: 'lead',
            render: (change) => fieldWords(speech, change.path),
          },
          { key: 'before', label: t.change.before, render: (change) => say(change, change.before) },
          { key: 'after', label: t.change.after, render: (change) => say(change, change.after) },
        ]}
      />
      {rest > 0 && <p>{t.more(formatNumber(speech.lang, rest))}</p>}
    </>
  );
}
