import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

export type Step = {
  label: string;
  note?: ComponentChildren;
  state: 'done' | 'current' | 'held' | 'ahead';
  /** The state in words, said after the label. */
  said?: string | undefined;
};

/** A way in a few steps, and how far along it one is. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.label}
          data-state={step.state}
          aria-current={step.state === 'current' || step.state === 'held' ? 'step' : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" size="small" /> : index + 1}
          </span>
          <b>
            {step.label}
            {step.said && <span class="said">, {step.said}</span>}
          </b>
          {step.note && <span class="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
