import { accountLink, contactsLink } from '#modules/directory/links.ts';
import { type PageReply, page, type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, ButtonRow, LinkButton } from '#ui/button/button.tsx';
import { CodeList } from '#ui/code-list/code-list.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { codeMinutes } from '../../delivery/delivery.ts';
import { contactLink } from '../../links.ts';
import type { Channel } from '../../notice-choice/notice-choice.ts';
import { openWays } from '../../delivery/ways.server.ts';
import { beginZaloLink, confirmContact, nameContact, removeContact } from '../commands.server.ts';
import type { Contact } from '../contact.ts';
import { codeForm, mailForm, phoneForm } from '../input.ts';
import { listOwnContacts } from '../queries.server.ts';
import { texts } from '../texts.ts';

interface Returned {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** Where the person gets reminders: each way with its address, its code and the way out. Asks for a proof first. */
export function contactsPage(ctx: Ctx): Promise<PageReply> {
  return contacts(ctx);
}

/** Names an address and sends a code there. */
export async function nameContactAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const channel = typedChannel(req);
  const typed = req.form.text('address').slice(0, 300);
  const parsed = (channel === 'mail' ? mailForm : phoneForm).safeParse({ address: typed });
  if (!parsed.success) {
    const fieldId = `${channel}-address`;
    return contacts(ctx, { typed: { [fieldId]: typed }, problems: [{ fieldId, text: t.fault[channel] }] });
  }
  await nameContact(ctx, channel, parsed.data.address);
  return seeOther(contactsLink, { tone: 'ok', text: t.sent });
}

/** Confirms an address by its code. */
export async function confirmContactAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const channel = typedChannel(req);
  const typed = req.form.text('code').slice(0, 20);
  const fieldId = `${channel}-code`;
  const again = (text: string) =>
    contacts(ctx, { typed: { [fieldId]: typed }, problems: [{ fieldId, text }] });
  const parsed = codeForm.safeParse({ code: typed });
  if (!parsed.success) return again(t.fault.code);
  const outcome = await confirmContact(ctx, channel, parsed.data.code);
  return outcome.ok ? seeOther(contactsLink, { tone: 'ok', text: t.done }) : again(t.refusal[outcome.code]);
}

/** Takes an address away. */
export async function removeContactAction(ctx: Ctx, req: Req): Promise<Reply> {
  const t = texts(ctx.lang);
  const channel = req.params.channel === 'zalo' ? 'zalo' : typedChannel(req);
  const outcome = await removeContact(ctx, channel);
  return seeOther(
    contactsLink,
    outcome.ok ? { tone: 'ok', text: t.removed } : { tone: 'late', text: t.refusal[outcome.code] },
  );
}

/** Shows the code that links a Zalo account, this once. */
export async function linkZaloAction(ctx: Ctx): Promise<Reply> {
  const t = texts(ctx.lang);
  const outcome = await beginZaloLink(ctx);
  return page({
    title: t.linkTitle,
    current: accountLink,
    crumbs: [
      { label: t.account, href: accountLink },
      { label: t.title, href: contactsLink },
      { label: t.linkTitle },
    ],
    body: (
      <Stack>
        <PageHead title={t.linkTitle} lead={t.linkLead(String(codeMinutes))} />
        {outcome.ok && <CodeList label={t.linkLabel} codes={[outcome.value]} />}
        <ButtonRow>
          <LinkButton kind="primary" href={contactsLink}>
            {t.back}
          </LinkButton>
        </ButtonRow>
      </Stack>
    ),
  });
}

function typedChannel(req: Req): 'mail' | 'sms' {
  const { channel } = req.params;
  if (channel !== 'mail' && channel !== 'sms') throw new NotFound();
  return channel;
}

async function contacts(ctx: Ctx, returned?: Returned): Promise<PageReply> {
  must(proven(ctx));
  const t = texts(ctx.lang);
  const own = await listOwnContacts(ctx);
  const ways = await openWays(ctx);
  return page({
    ...(returned ? { status: 422 as const } : {}),
    title: t.title,
    current: accountLink,
    keepsForms: true,
    crumbs: [{ label: t.account, href: accountLink }, { label: t.title }],
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={returned?.problems ?? []} />
        <PageHead title={t.title} lead={t.lead} />
        <Stack>
          {own.map((contact) => (
            <ContactPanel
              key={contact.channel}
              ctx={ctx}
              contact={contact}
              isOpen={ways.includes(contact.channel)}
              returned={returned}
            />
          ))}
        </Stack>
      </>
    ),
  });
}

interface PanelProps {
  readonly ctx: Ctx;
  readonly contact: Contact;
  readonly returned: Returned | undefined;
}

function ContactPanel({ ctx, contact, returned, isOpen }: PanelProps & { isOpen: boolean }) {
  const t = texts(ctx.lang);
  const { channel } = contact;
  return (
    <Panel id={channel} title={t.panels[channel]}>
      <Stack>
        <p>
          <Standing ctx={ctx} contact={contact} />
        </p>
        {!isOpen && <p>{t.closed[channel]}</p>}
        {!isOpen ? null : channel === 'zalo' ? (
          contact.confirmedAt === null && (
            <form method="post" action={contactLink(channel, 'lay-ma')}>
              <Button>{t.link}</Button>
            </form>
          )
        ) : (
          <AddressForms ctx={ctx} contact={contact} channel={channel} returned={returned} />
        )}
        {(contact.address !== null || contact.waitsForCode) && (
          <form method="post" action={contactLink(channel, 'bo')}>
            <Button kind="quiet" label={t.removeOf[channel]}>
              {t.remove}
            </Button>
          </form>
        )}
      </Stack>
    </Panel>
  );
}

function Standing({ ctx, contact }: { ctx: Ctx; contact: Contact }) {
  const t = texts(ctx.lang);
  const { channel, address, confirmedAt } = contact;
  if (confirmedAt !== null)
    return (
      <>
        {channel === 'zalo' ? t.linked : address}{' '}
        <Tag tone="ok">{t.confirmed(formatInstant(ctx.lang, confirmedAt))}</Tag>
      </>
    );
  if (contact.waitsForCode)
    return (
      <>
        {address} <Tag tone="soon">{t.waits}</Tag>
      </>
    );
  return <>{t.none}</>;
}

function AddressForms(props: PanelProps & { channel: Exclude<Channel, 'zalo'> }) {
  const { ctx, contact, channel, returned } = props;
  const t = texts(ctx.lang);
  const about = (name: 'address' | 'code', value: string) => {
    const id = `${channel}-${name}`;
    return {
      id,
      name,
      value: returned?.typed[id] ?? value,
      error: returned?.problems.find((one) => one.fieldId === id)?.text,
    };
  };
  return (
    <>
      {contact.waitsForCode && (
        <form method="post" action={contactLink(channel, 'xac-nhan')} class="form" novalidate>
          <TextField
            {...about('code', '')}
            label={t.code}
            hint={t.codeHint(String(codeMinutes))}
            inputMode="tel"
            autocomplete="one-time-code"
            width="short"
          />
          <ButtonRow>
            <Button kind="primary">{t.confirm}</Button>
          </ButtonRow>
        </form>
      )}
      <KeptForm action={contactLink(channel)} class="form">
        <TextField
          {...about('address', contact.address ?? '')}
          label={t.label[channel]}
          hint={t.hint[channel]}
          inputMode={channel === 'mail' ? 'email' : 'tel'}
          autocomplete={channel === 'mail' ? 'email' : 'tel'}
          spellcheck={false}
          width="medium"
        />
        <ButtonRow>
          <Button {...(contact.waitsForCode ? {} : { kind: 'primary' as const })}>
            {contact.waitsForCode ? t.sendAgain : t.sendCode}
          </Button>
        </ButtonRow>
      </KeptForm>
    </>
  );
}
