import { authorities, headForm, headOf, type PaperHead, urgencies } from '#modules/casework/index.server.ts';
import { parsePlainDate } from '#platform/clock/plain-date.ts';
import type { FormValues } from '#platform/http/req.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { type Asked, mostNamed } from '../chasing-paper.ts';
import { paperForm } from '../input.ts';
import { texts } from '../texts.ts';

/** The fields of one text each, in the order of the form. */
export const textFields = [
  'near',
  'answerBy',
  'meetingOn',
  'meetingTime',
  'meetingPlace',
  'meetingChair',
  'words',
  'symbol',
  'authority',
  'signerName',
  'signerPosition',
  'recipients',
  'urgency',
] as const;
type TextName = (typeof textFields)[number];

/** What is typed into the form of a paper, as it is typed. */
export type PaperValues = Readonly<Record<TextName, string>> & {
  readonly units: readonly string[];
  readonly tasks: readonly string[];
};

/** A paper as its form shows it. */
export function valuesOf(head: PaperHead, asked: Asked): PaperValues {
  const day = (text: string | null) => {
    const date = text === null ? undefined : parsePlainDate(text);
    return date ? formatDate(date) : '';
  };
  return {
    ...headOf(head),
    units: asked.unitIds,
    tasks: asked.taskIds,
    near: String(asked.nearDays),
    answerBy: day(asked.answerBy),
    words: asked.words,
    meetingOn: day(asked.meeting.on),
    meetingTime: asked.meeting.time,
    meetingPlace: asked.meeting.place,
    meetingChair: asked.meeting.chair,
  };
}

/** What a form sent. */
export function typedPaper(form: FormValues): PaperValues {
  const entries = textFields.map((name) => [name, form.text(name)] as const);
  return {
    ...(Object.fromEntries(entries) as Record<TextName, string>),
    units: form
      .texts('units')
      .flatMap((value) => value.split(','))
      .filter(Boolean),
    tasks: form
      .texts('tasks')
      .flatMap((value) => value.split(','))
      .slice(0, mostNamed + 1)
      .filter(Boolean),
  };
}

/** Reads what was typed; each field that cannot be read has its sentence. */
export function readPaper(
  lang: Lang,
  values: PaperValues,
):
  | { readonly ok: true; readonly head: PaperHead; readonly asked: Asked }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  const given = paperForm.safeParse(values);
  const framed = headForm.safeParse(values);
  if (!given.success || !framed.success) {
    const t = texts(lang).fault;
    const named = new Set(
      [...(given.error?.issues ?? []), ...(framed.error?.issues ?? [])].map(({ path }) => String(path[0])),
    );
    const problems = (['units', 'tasks', ...textFields] as const)
      .filter((name) => named.has(name))
      .map((name) => ({ fieldId: name, text: t[name] }));
    return { ok: false, problems };
  }
  const one = given.data;
  return {
    ok: true,
    head: headOf(framed.data),
    asked: {
      unitIds: one.units,
      taskIds: one.tasks,
      nearDays: one.near,
      answerBy: one.answerBy,
      words: one.words,
      meeting: {
        on: one.meetingOn,
        time: one.meetingTime,
        place: one.meetingPlace,
        chair: one.meetingChair,
      },
    },
  };
}

/** As two editors compare it. */
export function factsOfValues(values: PaperValues): Readonly<Record<string, string>> {
  const { units, tasks, ...rest } = values;
  return { ...rest, units: units.join(','), tasks: tasks.join(',') };
}

export const choices = { authorities, urgencies } as const;
