import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';
import { toneIcon, type Tone } from '../tag/tag.tsx';

export type ClockProps = {
  /** `neutral` has time enough. */
  tone: Tone;
  icon?: IconName | undefined;
  /** What time does to it, with hours: the sentence carries the meaning, colour repeats it. */
  headline: string;
  /** The moment it is due, or since when it stands. */
  detail?: ComponentChildren;
};

/** What time does to a record, in a row of a list. */
export function Clock({ tone, icon, headline, detail }: ClockProps) {
  return (
    <span class="clock" data-tone={tone}>
      <b class="clock-headline">
        <Icon name={icon ?? clockIcon(tone)} size="small" />
        <span>{headline}</span>
      </b>
      {detail && <span class="clock-detail">{detail}</span>}
    </span>
  );
}

export type ClockReason = { icon: IconName; text: string };

export type ClockPanelProps = ClockProps & {
  /** Words of the opener: how it is counted. */
  explainLabel: string;
  isOpen?: boolean | undefined;
  reasons?: readonly ClockReason[] | undefined;
  /** The count itself, usually a day grid. */
  children?: ComponentChildren;
};

/** The clock of one record, which opens to show its count day by day. */
export function ClockPanel(props: ClockPanelProps) {
  const { tone, icon, headline, detail, explainLabel, isOpen, reasons, children } = props;
  return (
    <details class="clock-panel" data-tone={tone} open={isOpen}>
      <summary>
        <span class="clock-big">
          <Icon name={icon ?? clockIcon(tone)} />
          {headline}
        </span>
        {detail && <span>{detail}</span>}
        <span class="clock-explain">
          {explainLabel}
          <Icon name="chevron-down" size="small" />
        </span>
      </summary>
      <div class="clock-body">
        {children}
        {reasons && (
          <ul class="clock-reasons">
            {reasons.map((reason) => (
              <li key={reason.text}>
                <Icon name={reason.icon} />
                <span>{reason.text}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function clockIcon(tone: Tone): IconName {
  return tone === 'neutral' || tone === 'info' || tone === 'draft' ? 'circle-clock' : toneIcon(tone);
}
