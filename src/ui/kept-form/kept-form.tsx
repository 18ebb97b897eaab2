import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Button, LinkButton } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import { KeptFieldsContext, type KeptForms, KeptFormsContext, useKeptText } from './kept-forms.ts';

export type KeptFormProps = {
  action: string;
  class?: string | undefined;
  enctype?: 'multipart/form-data' | undefined;
  /** The form came with words that stand nowhere else, such as those of a file: they are kept before anybody types. */
  keepsAtOnce?: boolean | undefined;
  children: ComponentChildren;
};

/**
 * A long form. While it is typed into, the script of the frame keeps it on the server; when the person comes back,
 * here or elsewhere, a notice above it offers to go on. Without a frame that knows of kept forms it is a plain form.
 */
export function KeptForm(props: KeptFormProps) {
  const forms = useContext(KeptFormsContext);
  return (
    <>
      <KeptFormFound action={props.action} />
      <form
        method="post"
        action={props.action}
        class={props.class}
        enctype={props.enctype}
        novalidate
        {...(forms && scriptData(forms))}
        data-keep-at-once={(forms && props.keepsAtOnce) || undefined}
      >
        <KeptFields action={props.action}>{props.children}</KeptFields>
        {forms && (
          <>
            <KeptFormUnsent />
            <KeptFormStatus />
          </>
        )}
      </form>
    </>
  );
}

/**
 * The fields of a form that has a script of its own: nothing is kept while it is typed into, but what was typed is shown
 * again where the server kept it, for one who had to do something else first. `KeptFormFound` stands above the form.
 */
export function KeptFields({ action, children }: { action: string; children: ComponentChildren }) {
  const forms = useContext(KeptFormsContext);
  const found = forms?.isContinued ? forms.kept.get(action) : undefined;
  return (
    <>
      {forms && <input type="hidden" name={forms.markField} value={forms.pagePath} />}
      <KeptFieldsContext.Provider value={found?.fields ?? null}>{children}</KeptFieldsContext.Provider>
    </>
  );
}

/** Above a form: that something was kept of it, with what can be done; nothing where nothing was. */
export function KeptFormFound({ action }: { action: string }) {
  const forms = useContext(KeptFormsContext);
  const found = forms?.kept.get(action);
  return forms && found ? <KeptNotice action={action} title={found.title} forms={forms} /> : null;
}

/** Where the script says that the form was not sent, with the button that sends it again. */
export function KeptFormUnsent({ children }: { children?: ComponentChildren }) {
  return (
    <div class="kept-form-unsent" role="alert" data-keep-unsent>
      {children}
    </div>
  );
}

/** Where the script says whether what is typed has been kept. */
export function KeptFormStatus({ tone, children }: { tone?: 'late'; children?: ComponentChildren }) {
  return (
    <p class="kept-form-status" role="status" data-keep-status data-tone={tone}>
      {children}
    </p>
  );
}

/** A hidden field that belongs to what was typed, such as the version that the person saw. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={useKeptText(name, value)} />;
}

function KeptNotice({ action, title, forms }: { action: string; title: string; forms: KeptForms }) {
  const { labels } = forms;
  return (
    <div class="kept-form-notice">
      <Notice
        tone="info"
        title={title}
        actions={
          <>
            {!forms.isContinued && (
              <LinkButton href={forms.goOnHref} kind="primary" size="small">
                {labels.goOn}
              </LinkButton>
            )}
            <form method="post" action={forms.dropHref}>
              <input type="hidden" name="bieu-mau" value={action} />
              <input type="hidden" name="trang" value={forms.pagePath} />
              <Button size="small">{labels.drop}</Button>
            </form>
          </>
        }
      >
        {forms.isContinued ? labels.continued : labels.text}
      </Notice>
    </div>
  );
}

/** What the script needs: it has no words and knows no address of its own. */
function scriptData({ keepHref, labels }: KeptForms) {
  return {
    'data-keep': keepHref,
    'data-keep-saved': labels.saved,
    'data-keep-not-saved': labels.notSaved,
    'data-keep-too-much': labels.tooMuch,
    'data-keep-away': labels.away,
    'data-keep-back': labels.back,
    'data-keep-retry': labels.retry,
  };
}
