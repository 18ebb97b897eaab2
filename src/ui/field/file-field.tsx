import { Icon } from '../icon/icon.tsx';
import { controlAttributes, Field, type FieldProps, fieldId } from './field.tsx';

export type FileFieldProps = FieldProps & {
  /** Endings and media types the browser offers, such as `.docx,.txt`; the server checks again. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** Words of the button that opens the file list. */
  chooseLabel: string;
};

/**
 * A file to send, chosen or dropped. The browser's own button is replaced, since it speaks the language of
 * the browser; for a required file the browser's "no file" words are hidden too, until a file is chosen.
 */
export function FileField(props: FileFieldProps) {
  return (
    <Field field={props}>
      <div class="file-drop">
        <label class="file-choose" for={fieldId(props)}>
          <Icon name="upload" />
          {props.chooseLabel}
        </label>
        <input
          {...controlAttributes(props)}
          class="file-input"
          type="file"
          accept={props.accept}
          multiple={props.multiple}
        />
      </div>
    </Field>
  );
}
