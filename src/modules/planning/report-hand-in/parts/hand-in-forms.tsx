import type { ComponentChildren } from 'preact';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { TextareaField } from '#ui/field/text-field.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { reportHandInLink } from '../../report-period/links.ts';
import * as policy from '../policy.ts';
import { type HandIn, type HandInDeed, longestText } from '../report-hand-in.ts';
import { texts } from '../texts.ts';

interface FormsProps {
  readonly ctx: Ctx;
  readonly handIn: HandIn;
  /** How many files and documents are attached. */
  readonly proofs: number;
  /** What came back in one of the forms. */
  readonly typed?: { readonly deed: HandInDeed; readonly text: string; readonly reason: string } | undefined;
  readonly problems: readonly FieldProblem[];
}

const paths = {
  'hand-in': 'nop',
  withdraw: 'rut-lai',
  accept: 'nhan',
  'send-back': 'tra-lai',
  excuse: 'mien',
  'take-back': 'hoan-tac',
  ask: 'nhac',
} as const satisfies Readonly<Record<HandInDeed, string>>;

/** The form of each deed that is this person's to do now; what is done most stands first and open. */
export function HandInForms({ ctx, handIn, proofs, typed, problems }: FormsProps) {
  const t = texts(ctx.lang);
  const can = policy.abilities(ctx.actor, handIn);
  const errorOf = (id: string) => problems.find((problem) => problem.fieldId === id)?.text;
  const send = (deed: HandInDeed, children: ComponentChildren) => (
    <form method="post" action={reportHandInLink(handIn.id, paths[deed])} class="form" novalidate>
      <input type="hidden" name="version" value={handIn.version} />
      {children}
    </form>
  );
  const button = (deed: HandInDeed, words: string, kind: 'primary' | 'secondary' = 'secondary') =>
    send(
      deed,
      <p class="form-actions">
        <Button kind={kind}>{words}</Button>
      </p>,
    );
  const reason = (deed: 'send-back' | 'excuse', label: string, words: string) =>
    send(
      deed,
      <>
        <TextareaField
          id={`${deed}-reason`}
          name="reason"
          label={label}
          value={typed?.deed === deed ? typed.reason : ''}
          maxLength={longestText}
          required
          error={errorOf(`${deed}-reason`)}
        />
        <p class="form-actions">
          <Button>{words}</Button>
        </p>
      </>,
    );
  const isFirst = handIn.state === 'expected' || handIn.state === 'sent-back';
  const handInPart = can['hand-in'] && (
    <HandInForm
      ctx={ctx}
      handIn={handIn}
      proofs={proofs}
      value={typed?.deed === 'hand-in' ? typed.text : (handIn.text ?? '')}
      error={errorOf('hand-in-text')}
    >
      {(children) => send('hand-in', children)}
    </HandInForm>
  );
  return (
    <>
      {can.accept && (
        <Panel id="judge" title={t.accept.title}>
          {button('accept', t.accept.button, 'primary')}
          <details class="fold" open={typed?.deed === 'send-back'}>
            <summary>{t.sendBack.title}</summary>
            {reason('send-back', t.sendBack.reason, t.sendBack.button)}
          </details>
        </Panel>
      )}
      {handInPart &&
        (isFirst ? (
          <Panel id="hand-in" title={handIn.state === 'sent-back' ? t.handIn.again : t.handIn.title}>
            {handInPart}
          </Panel>
        ) : (
          <details class="fold" open={typed?.deed === 'hand-in'}>
            <summary>{t.handIn.again}</summary>
            {handInPart}
          </details>
        ))}
      {can.withdraw && (
        <details class="fold">
          <summary>{t.withdraw.button}</summary>
          <p>{t.withdraw.hint}</p>
          {button('withdraw', t.withdraw.button)}
        </details>
      )}
      {can.ask && (
        <Panel id="ask" title={t.ask.title}>
          <p>{t.ask.hint}</p>
          {button('ask', t.ask.button)}
        </Panel>
      )}
      {can.excuse && (
        <details class="fold" open={typed?.deed === 'excuse'}>
          <summary>{t.excuse.title}</summary>
          {reason('excuse', t.excuse.reason, t.excuse.button)}
        </details>
      )}
      {can['take-back'] &&
        (handIn.state === 'accepted' || handIn.state === 'sent-back' || handIn.state === 'excused') &&
        button('take-back', t.takeBack[handIn.state])}
    </>
  );
}

function HandInForm(props: {
  ctx: Ctx;
  handIn: HandIn;
  proofs: number;
  value: string;
  error: string | undefined;
  children: (children: ComponentChildren) => ComponentChildren;
}) {
  const { ctx, handIn, proofs } = props;
  const t = texts(ctx.lang).handIn;
  const mayProve = policy.prove(ctx.actor, 'casework.evidence.attach', handIn).allowed;
  return (
    <>
      <p>{proofs > 0 ? t.withProofs(formatNumber(ctx.lang, proofs)) : t.proof}</p>
      {props.children(
        <>
          <TextareaField
            id="hand-in-text"
            name="text"
            label={t.text}
            hint={t.textHint}
            value={props.value}
            rows={2}
            maxLength={longestText}
            error={props.error}
          />
          <p class="form-actions">
            <Button kind="primary">{t.button}</Button>
            {mayProve && (
              <LinkButton icon="upload" href={`${reportHandInLink(handIn.id)}/minh-chung/moi`}>
                {t.addFile}
              </LinkButton>
            )}
          </p>
        </>,
      )}
    </>
  );
}
