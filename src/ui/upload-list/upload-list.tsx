import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

export type Upload = {
  key: string;
  name: string;
  /** How far, what is wrong, or that it has arrived: in words. */
  words: string;
  /** `value` of `max` while it is on its way; without a value it is not known how far. */
  progress?: { value?: number | undefined; max: number } | undefined;
  state: 'sending' | 'done' | 'refused';
  /** Takes it away, sends it again. */
  actions?: ComponentChildren;
};

const ICON = { sending: 'upload', done: 'circle-check', refused: 'circle-alert' } as const;

/** Files on their way in, each with its own end: one that is refused stops no other. */
export function UploadList({ label, uploads }: { label: string; uploads: readonly Upload[] }) {
  return (
    <ul class="upload-list" aria-label={label}>
      {uploads.map((upload) => (
        <li key={upload.key} data-state={upload.state}>
          <Icon name={ICON[upload.state]} />
          <div class="upload-words">
            <b>{upload.name}</b>
            <small>{upload.words}</small>
            {upload.progress && (
              <progress value={upload.progress.value} max={upload.progress.max} aria-label={upload.name} />
            )}
          </div>
          {upload.actions}
        </li>
      ))}
    </ul>
  );
}
