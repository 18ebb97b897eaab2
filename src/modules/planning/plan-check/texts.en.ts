import type { Texts } from './texts.ts';

export const en: Texts = {
  check: {
    none: {
      title: 'Nothing to mend was found',
      text: 'Deadlines, units, numbering, targets and cited documents were checked.',
    },
    must: 'To be mended before issuing',
    should: 'Worth a look',
    more: (n) => `${n} more will show as these are mended.`,
    open: 'Open this place',
    lines: (n) => `line ${n}`,
    place: (where) => `Part ${where}`,
  },
  headField: { title: 'its title', years: 'the years that it is for' },
  title: {
    'head-incomplete': 'Facts of the plan missing',
    'lead-missing': 'No unit leads',
    'lead-several': 'Several units lead',
    'lead-coordinates': 'Leads and coordinates',
    'product-missing': 'No product',
    'products-missing': 'The plan names no products',
    'due-missing': 'No deadline',
    'due-not-understood': 'Deadline not understood',
    'due-day-off': 'Deadline on a day off',
    'due-before-issue': 'Deadline before the day of issue',
    'due-outside-years': 'Deadline outside the plan’s years',
    'hand-in-day-off': 'Report due on a day off',
    'hand-in-too-early': 'Report due before its data end',
    'number-gap': 'A number is left out',
    'number-twice': 'A number is used twice',
    'duty-two-leads': 'One duty, two leads',
    'unit-abolished': 'Work for a body that no longer exists',
    'body-abolished': 'Former name in a sentence',
    'post-abolished': 'Former post',
    'citation-date-impossible': 'Cited day does not exist',
    'citation-in-future': 'Cited day is still to come',
    'citation-year-differs': 'Year of number and day differ',
    'citation-two-dates': 'One document with two days',
    'citation-number-short': 'Number without its year',
    'target-contradiction': 'Targets contradict each other',
    'target-without-measure': 'Target without a measure',
    'target-without-unit': 'Target without a unit',
    'section-without-axis': 'Section without an axis',
    'section-empty': 'Section without tasks',
    'axis-unserved': 'Axis without tasks',
  },
  sentence: {
    'head-incomplete': ({ field }) => `The plan does not give ${field}.`,
    'lead-missing': ({ task }) => `No unit leads task ${task}.`,
    'lead-several': ({ task, leads }) =>
      `Several units lead task ${task}: ${leads}. Better one leads and the others coordinate.`,
    'lead-coordinates': ({ task, unit }) => `In task ${task}, ${unit} both leads and coordinates.`,
    'product-missing': ({ task }) => `Task ${task} names no product or result.`,
    'products-missing': ({ count }) => `None of the ${count} tasks names a product or result.`,
    'due-missing': ({ task }) => `Task ${task} gives no deadline.`,
    'due-not-understood': ({ task, phrase }) =>
      `The deadline “${phrase}” of task ${task} was not understood. Write it clearly so that reminders come in time.`,
    'due-day-off': ({ task, due, working }) =>
      `The deadline ${due} of task ${task} is a day off; the nearest fitting working day is ${working}.`,
    'due-before-issue': ({ task, due, issued }) =>
      `The deadline ${due} of task ${task} lies before the plan is issued (${issued}).`,
    'due-outside-years': ({ task, due, years }) =>
      `The deadline ${due} of task ${task} lies outside the time of the plan (${years}).`,
    'hand-in-day-off': ({ due, working }) =>
      `The report is due on ${due}, a day off; the working day before is ${working}.`,
    'hand-in-too-early': ({ due, until }) => `The report is due on ${due}, but its data run until ${until}.`,
    'number-gap': ({ after, found, missing }) =>
      after
        ? `After ${after} comes ${found}; ${missing} is missing.`
        : `Numbers begin with ${found}; ${missing} is missing.`,
    'number-twice': ({ number }) => `The number ${number} is used twice.`,
    'duty-two-leads': ({ tasks, leads }) =>
      `Tasks ${tasks} are nearly the same but have different leads: ${leads}.`,
    'unit-abolished': ({ unit, until }) => `${unit} has not existed since ${until} and cannot be given work.`,
    'body-abolished': ({ body, until }) => `“${body}” has not existed since ${until}.`,
    'post-abolished': ({ post, until }) => `The post “${post}” has not existed since ${until}.`,
    'citation-date-impossible': ({ citation, date }) => `${citation} is dated ${date}; there is no such day.`,
    'citation-in-future': ({ citation, date, by }) => `${citation} is dated ${date}, after ${by}.`,
    'citation-year-differs': ({ citation, date, year }) =>
      `${citation} has the year ${year} in its number but is dated ${date}.`,
    'citation-two-dates': ({ citation, dates }) => `${citation} is cited with different days: ${dates}.`,
    'citation-number-short': ({ citation, full }) =>
      `${citation} lacks the year; elsewhere the plan writes ${full}.`,
    'target-contradiction': ({ metric, one, other, unit }) =>
      `“${metric}” is set at two levels: ${one} ${unit} and ${other} ${unit}.`,
    'target-without-measure': ({ text }) => `It is not clear what this target measures: “${text}”.`,
    'target-without-unit': ({ text }) => `The target has no unit: “${text}”.`,
    'section-without-axis': ({ section }) =>
      `Section ${section} serves none of the seven axes of the reform.`,
    'section-empty': ({ section }) => `Section ${section} has no task.`,
    'axis-unserved': ({ axis }) => `No task serves the axis “${axis}”.`,
  },
  mend: {
    'set-day': (day) => `Change to ${day}`,
    'set-value': (value) => `Use ${value}`,
    'set-unit': (unit) => `Change to ${unit}`,
    'set-number': (number) => `Write ${number}`,
    'set-axis': (axis) => `Put under ${axis}`,
    rewrite: (words) => `Write instead: ${words}`,
    'set-sole-lead': (unit) => `${unit} leads, the others coordinate`,
    'set-lead-of-both': (unit) => `${unit} leads both`,
    'drop-coordinator': (unit) => `Remove ${unit} from the coordinators`,
    renumber: (range) => `Number anew ${range}`,
  },
};
