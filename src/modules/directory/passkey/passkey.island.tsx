/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Shows the forms that a device fills in, and lets it fill them in when they are sent. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!browserSupportsWebAuthn()) break;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void fillInAndSend(form);
  });
}

async function fillInAndSend(form: HTMLFormElement): Promise<void> {
  const trouble = form.querySelector<HTMLElement>('[role="alert"]');
  const credential = form.querySelector<HTMLInputElement>('input[name="credential"]');
  if (!trouble || !credential || form.getAttribute('aria-busy') === 'true') return;
  trouble.hidden = true;
  form.setAttribute('aria-busy', 'true');
  try {
    credential.value = JSON.stringify(await ask(form));
    form.submit();
  } catch {
    trouble.hidden = false;
  } finally {
    form.removeAttribute('aria-busy');
  }
}

/** Asks the device, with a challenge that was fetched this moment. */
async function ask(form: HTMLFormElement): Promise<object> {
  const fetched = await fetch(form.dataset.challenge ?? '');
  const { challenge } = (await fetched.json()) as { challenge: string };
  const options: unknown = { ...(JSON.parse(form.dataset.options ?? '') as object), challenge };
  return form.dataset.passkey === 'make'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
}
