import { Icon } from '../icon/icon.tsx';

export type PaletteProps = {
  /** Where the words go as a form, and where a script asks for answers. */
  action: string;
  dataHref: string;
  name: string;
  /** Whose lately opened pages are kept in this window; another person's are forgotten. */
  personKey: string;
  labels: {
    title: string;
    placeholder: string;
    recent: string;
    searching: string;
    failed: string;
    asPage: string;
    close: string;
    keys: string;
  };
};

/** Finds and opens anything by name. A closed dialog that the script of the page opens; without script it stays shut. */
export function Palette({ action, dataHref, name, personKey, labels }: PaletteProps) {
  return (
    <dialog
      class="palette"
      id="palette"
      aria-label={labels.title}
      data-href={dataHref}
      data-person={personKey}
      data-recent={labels.recent}
      data-searching={labels.searching}
      data-failed={labels.failed}
      data-as-page={labels.asPage}
    >
      <form class="palette-form" action={action}>
        <Icon name="search" />
        <input
          class="palette-input"
          id="palette-input"
          name={name}
          type="text"
          inputmode="search"
          enterkeyhint="go"
          role="combobox"
          aria-label={labels.title}
          aria-expanded="false"
          aria-controls="palette-list"
          aria-autocomplete="list"
          placeholder={labels.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxlength={200}
        />
        <button class="icon-button" type="button" data-close aria-label={labels.close}>
          <Icon name="close" />
        </button>
      </form>
      <p class="palette-said" role="status" />
      <div class="palette-list" id="palette-list" role="listbox" aria-label={labels.title} />
      <p class="palette-keys" aria-hidden="true">
        {labels.keys}
      </p>
    </dialog>
  );
}
