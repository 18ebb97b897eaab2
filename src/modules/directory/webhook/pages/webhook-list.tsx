import { fieldProblems } from '#platform/http/field-problems.ts';
import { type PageReply, page, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/empty-state/empty-state.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { CheckboxGroup } from '#ui/field/choice-field.tsx';
import { TextField } from '#ui/field/text-field.tsx';
import { KeptForm } from '#ui/kept-form/kept-form.tsx';
import { Stack } from '#ui/layout/layout.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { texts as tokenTexts } from '../../api-token/texts.ts';
import { apiDocsLink, webhookLink, webhooksLink } from '../../links.ts';
import { actName } from '../../role/role-name.ts';
import { createWebhook } from '../commands.server.ts';
import { webhookForm } from '../input.ts';
import { ShownSecret } from '../parts/shown-secret.tsx';
import { stateTones } from '../parts/letter-table.tsx';
import * as policy from '../policy.ts';
import { listWebhooks } from '../queries.server.ts';
import { isReceiver } from '../receiver.server.ts';
import { texts } from '../texts.ts';
import { longestWebhookName, tellableEvents, type Webhook } from '../webhook.ts';

interface Typed {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
}

/** The systems that are told of acts, and the form for one more. */
export async function webhookListPage(ctx: Ctx): Promise<PageReply> {
  return list(ctx, { name: '', url: '', events: [] });
}

/** Has one more system told, and shows its signing secret this once. */
export async function createWebhookAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.create(ctx.actor));
  must(proven(ctx));
  const t = texts(ctx.lang);
  const typed = {
    name: req.form.text('name'),
    url: req.form.text('url'),
    events: req.form.texts('events').slice(0, 200),
  };
  const parsed = webhookForm.safeParse(typed);
  if (!parsed.success) return list(ctx, typed, fieldProblems(parsed.error.issues, t.fault, t.fault.other));
  if (!isReceiver(typed.url)) return list(ctx, typed, [{ fieldId: 'url', text: t.fault.url }]);
  const outcome = await createWebhook(ctx, parsed.data);
  if (!outcome.ok) return list(ctx, typed, [{ fieldId: 'name', text: t.refusal[outcome.code] }]);
  return page({
    title: t.secretTitle,
    current: webhooksLink,
    isDone: true,
    body: (
      <ShownSecret ctx={ctx} name={typed.name} secret={outcome.value.secret} webhookId={outcome.value.id} />
    ),
  });
}

async function list(ctx: Ctx, typed: Typed, problems: readonly FieldProblem[] = []): Promise<PageReply> {
  must(policy.create(ctx.actor));
  const t = texts(ctx.lang);
  const webhooks = await listWebhooks(ctx);
  return page({
    ...(problems.length > 0 ? { status: 422 as const } : {}),
    title: t.title,
    current: webhooksLink,
    keepsForms: true,
    body: (
      <>
        <ErrorSummary title={t.errorTitle} problems={problems} />
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={<LinkButton href={apiDocsLink}>{tokenTexts(ctx.lang).docs}</LinkButton>}
        />
        <Stack>
          {webhooks.length === 0 ? (
            <EmptyState title={t.none.title}>{t.none.text}</EmptyState>
          ) : (
            <WebhookTable ctx={ctx} webhooks={webhooks} />
          )}
          <Panel id="add" title={t.add}>
            <WebhookForm ctx={ctx} typed={typed} problems={problems} />
          </Panel>
        </Stack>
      </>
    ),
  });
}

function WebhookTable({ ctx, webhooks }: { ctx: Ctx; webhooks: readonly Webhook[] }) {
  const t = texts(ctx.lang);
  return (
    <Table<Webhook>
      caption={t.caption}
      rows={webhooks}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'name',
          label: t.name,
          priority: 'lead',
          render: (one) => (
            <>
              <a href={webhookLink(one.id)}>{one.name}</a>
              <small translate={false}>{one.url}</small>
            </>
          ),
        },
        {
          key: 'state',
          label: t.stateLabel,
          size: 'medium',
          render: (one) => <Tag tone={stateTones[one.state]}>{t.state[one.state]}</Tag>,
        },
        {
          key: 'waiting',
          label: t.waiting,
          size: 'short',
          align: 'end',
          render: (one) => formatNumber(ctx.lang, one.waitingCount),
        },
        {
          key: 'dead',
          label: t.dead,
          size: 'medium',
          align: 'end',
          render: (one) => formatNumber(ctx.lang, one.deadCount),
        },
      ]}
    />
  );
}

function WebhookForm(props: { ctx: Ctx; typed: Typed; problems: readonly FieldProblem[] }) {
  const { ctx, typed } = props;
  const t = texts(ctx.lang);
  const errorOf = (name: string) => props.problems.find((one) => one.fieldId === name)?.text;
  return (
    <KeptForm action={webhooksLink} class="form">
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={typed.name}
        maxLength={longestWebhookName}
        required
        error={errorOf('name')}
      />
      <TextField
        name="url"
        label={t.url}
        hint={t.urlHint}
        value={typed.url}
        maxLength={2_000}
        required
        error={errorOf('url')}
      />
      <CheckboxGroup
        name="events"
        label={t.events}
        values={typed.events}
        options={tellableEvents.map((event) => ({
          value: event,
          label: actName(ctx.lang, event),
          hint: event,
        }))}
        error={errorOf('events')}
      />
      <Button kind="primary">{t.add}</Button>
    </KeptForm>
  );
}
