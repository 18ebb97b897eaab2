import type { ComponentChildren } from 'preact';
import { type ElementName, type PageLayout, pageLayoutOn } from '#platform/docgen/page-layout.ts';
import type { Annex, Paper, PaperEnding } from '#platform/docgen/paper.ts';
import { printedPaper } from '#platform/docgen/printed-paper.ts';
import { lookOf, PaperBlocks, PaperWords } from './paper-blocks.tsx';

export type PaperViewProps = {
  /** Laid out by the rules of its day. */
  paper: Paper;
};

/**
 * An official paper as it will be printed: a white sheet for its main part and one for each annex, in every theme.
 *
 * In print each part begins on a page of its own. Where pages fall is left to the printer; the PDF is exact.
 */
export function PaperView({ paper }: PaperViewProps) {
  const layout = pageLayoutOn(paper.laidOutOn);
  const printed = printedPaper(paper, layout);
  return (
    <article class="paper" lang="vi" aria-label={printed.title || undefined}>
      <section class="paper-sheet">
        <Masthead paper={printed} layout={layout} />
        {!printed.isLetter && <Title paper={printed} layout={layout} />}
        {printed.bases.map((basis, index) => (
          <p key={index} class="paper-text" {...lookOf(layout.looks.basis)}>
            <PaperWords words={basis} />
          </p>
        ))}
        <PaperBlocks blocks={printed.body} layout={layout} />
        {printed.ending && <Ending ending={printed.ending} layout={layout} />}
      </section>
      {printed.annexes.map((annex, index) => (
        <AnnexSheet key={index} annex={annex} layout={layout} />
      ))}
    </article>
  );
}

type PartProps = { paper: Paper; layout: PageLayout };

function Masthead({ paper, layout }: PartProps) {
  return (
    <div class="paper-masthead">
      <div>
        {paper.superior && <Line of="superior" layout={layout} words={paper.superior} />}
        <Ruled part={layout.rules.issuer}>
          <Line of="issuer" layout={layout} words={paper.issuer} />
        </Ruled>
      </div>
      <div>
        <Line of="nation" layout={layout} words={layout.nation} />
        <Ruled part={layout.rules.motto}>
          <Line of="motto" layout={layout} words={layout.motto} />
        </Ruled>
      </div>
      <div>
        <Line of="number" layout={layout} words={paper.number} />
        {paper.isLetter && (
          <h2 class="paper-letter-subject" {...lookOf(layout.looks.letterSubject)}>
            {paper.subject}
          </h2>
        )}
        {paper.urgency && (
          <p class="paper-urgency" {...lookOf(layout.looks.urgency)}>
            {paper.urgency}
          </p>
        )}
      </div>
      <Line of="placeAndDate" layout={layout} words={paper.placeAndDate} />
    </div>
  );
}

function Title({ paper, layout }: PartProps) {
  return (
    <div class="paper-title">
      <Ruled part={layout.rules.subject}>
        <h2>
          {paper.kind && <span {...lookOf(layout.looks.kind)}>{paper.kind} </span>}
          <span {...lookOf(layout.looks.subject)}>{paper.subject}</span>
        </h2>
      </Ruled>
    </div>
  );
}

function Ending({ ending, layout }: { ending: PaperEnding; layout: PageLayout }) {
  return (
    <div class="paper-ending">
      <div>
        <Line of="recipientsLabel" layout={layout} words={ending.recipientsLabel} />
        {ending.recipients.map((recipient, index) => (
          <Line key={index} of="recipient" layout={layout} words={recipient} />
        ))}
      </div>
      <div>
        {ending.authority && <Line of="authority" layout={layout} words={ending.authority} />}
        <Line of="position" layout={layout} words={ending.position} />
        <div class="paper-signature" />
        <Line of="signer" layout={layout} words={ending.signer} />
      </div>
    </div>
  );
}

function AnnexSheet({ annex, layout }: { annex: Annex; layout: PageLayout }) {
  return (
    <section class="paper-sheet" data-orientation={annex.orientation}>
      <div class="paper-title">
        <h2>
          <span {...lookOf(layout.looks.annexLabel)}>{annex.label} </span>
          <span {...lookOf(layout.looks.annexTitle)}>{annex.title}</span>
        </h2>
        <Line of="annexNote" layout={layout} words={annex.note} />
      </div>
      <PaperBlocks blocks={annex.body} layout={layout} />
    </section>
  );
}

function Line({ of, layout, words }: { of: ElementName; layout: PageLayout; words: string }) {
  return <p {...lookOf(layout.looks[of])}>{words}</p>;
}

/** A text with a rule under it, as long as this part of it. */
function Ruled({ part, children }: { part: number; children: ComponentChildren }) {
  return (
    <div class="paper-ruled">
      {children}
      <svg class="paper-rule" width={`${part * 100}%`} height="1" aria-hidden="true">
        <rect width="100%" height="1" />
      </svg>
    </div>
  );
}
