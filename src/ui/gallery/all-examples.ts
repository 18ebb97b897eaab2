import { examples as activeFilters } from '../active-filters/active-filters.examples.tsx';
import { examples as board } from '../board/board.examples.tsx';
import { examples as breadcrumb } from '../breadcrumb/breadcrumb.examples.tsx';
import { examples as bulkBar } from '../bulk-bar/bulk-bar.examples.tsx';
import { examples as button } from '../button/button.examples.tsx';
import { examples as cases } from '../cases/cases.examples.tsx';
import { examples as chart } from '../chart/chart.examples.tsx';
import { examples as clock } from '../clock/clock.examples.tsx';
import { examples as codeList } from '../code-list/code-list.examples.tsx';
import { examples as comboboxField } from '../combobox/combobox-field.examples.tsx';
import { examples as confirmBar } from '../confirm-bar/confirm-bar.examples.tsx';
import { examples as conflict } from '../conflict/conflict.examples.tsx';
import { examples as datedList } from '../dated-list/dated-list.examples.tsx';
import { examples as dayGrid } from '../day-grid/day-grid.examples.tsx';
import { examples as demoBand } from '../demo-band/demo-band.examples.tsx';
import { examples as dialog } from '../dialog/dialog.examples.tsx';
import { examples as disclosureList } from '../disclosure-list/disclosure-list.examples.tsx';
import { examples as emptyState } from '../empty-state/empty-state.examples.tsx';
import { examples as errorSummary } from '../error-summary/error-summary.examples.tsx';
import { examples as evidenceList } from '../evidence-list/evidence-list.examples.tsx';
import { examples as facts } from '../facts/facts.examples.tsx';
import { examples as field } from '../field/field.examples.tsx';
import { examples as figure } from '../figure/figure.examples.tsx';
import { examples as filterBar } from '../filter-bar/filter-bar.examples.tsx';
import { examples as flash } from '../flash/flash.examples.tsx';
import { examples as headlineFigure } from '../headline-figure/headline-figure.examples.tsx';
import { examples as hitList } from '../hit-list/hit-list.examples.tsx';
import { examples as icon } from '../icon/icon.examples.tsx';
import { examples as jobLinks } from '../job-links/job-links.examples.tsx';
import { examples as keptForm } from '../kept-form/kept-form.examples.tsx';
import { examples as keyMap } from '../key-map/key-map.examples.tsx';
import { examples as layout } from '../layout/layout.examples.tsx';
import { examples as link } from '../link/link.examples.tsx';
import { examples as menu } from '../menu/menu.examples.tsx';
import { examples as milestones } from '../milestones/milestones.examples.tsx';
import { examples as monthGrid } from '../month-grid/month-grid.examples.tsx';
import { examples as monthSheet } from '../month-sheet/month-sheet.examples.tsx';
import { examples as nextAction } from '../next-action/next-action.examples.tsx';
import { examples as notice } from '../notice/notice.examples.tsx';
import { examples as pageHead } from '../page-head/page-head.examples.tsx';
import { examples as pagination } from '../pagination/pagination.examples.tsx';
import { examples as palette } from '../palette/palette.examples.tsx';
import { examples as panel } from '../panel/panel.examples.tsx';
import { examples as paper } from '../paper/paper.examples.tsx';
import { examples as person } from '../person/person.examples.tsx';
import { examples as progress } from '../progress/progress.examples.tsx';
import { examples as qrCode } from '../qr-code/qr-code.examples.tsx';
import { examples as quote } from '../quote/quote.examples.tsx';
import { examples as seal } from '../seal/seal.examples.tsx';
import { examples as sixPanel } from '../six-panel/six-panel.examples.tsx';
import { examples as sourceView } from '../source-view/source-view.examples.tsx';
import { examples as spanChart } from '../span-chart/span-chart.examples.tsx';
import { examples as stackedBar } from '../stacked-bar/stacked-bar.examples.tsx';
import { examples as steps } from '../steps/steps.examples.tsx';
import { examples as switcher } from '../switcher/switcher.examples.tsx';
import { examples as table } from '../table/table.examples.tsx';
import { examples as tabs } from '../tabs/tabs.examples.tsx';
import { examples as tag } from '../tag/tag.examples.tsx';
import { examples as timeline } from '../timeline/timeline.examples.tsx';
import { examples as tokens } from '../tokens/tokens.examples.tsx';
import { examples as triage } from '../triage/triage.examples.tsx';
import { examples as uploadList } from '../upload-list/upload-list.examples.tsx';
import { frames as staffFrame } from '../staff-frame/staff-frame.examples.tsx';
import { frames as publicFrame } from '../public-frame/public-frame.examples.tsx';
import { frames as plainFrame } from '../plain-frame/plain-frame.examples.tsx';
import type { Example, FrameExample } from './example.ts';

/** Every example file of this folder, by the name of its component; a test finds one left out. */
export const ALL_EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  tokens: tokens,
  'active-filters': activeFilters,
  board: board,
  breadcrumb: breadcrumb,
  'bulk-bar': bulkBar,
  button: button,
  cases: cases,
  chart: chart,
  clock: clock,
  'code-list': codeList,
  'combobox-field': comboboxField,
  'confirm-bar': confirmBar,
  conflict: conflict,
  'dated-list': datedList,
  'day-grid': dayGrid,
  'demo-band': demoBand,
  dialog: dialog,
  'disclosure-list': disclosureList,
  'empty-state': emptyState,
  'error-summary': errorSummary,
  'evidence-list': evidenceList,
  facts: facts,
  field: field,
  figure: figure,
  'filter-bar': filterBar,
  flash: flash,
  'headline-figure': headlineFigure,
  'hit-list': hitList,
  icon: icon,
  'job-links': jobLinks,
  'kept-form': keptForm,
  'key-map': keyMap,
  layout: layout,
  link: link,
  menu: menu,
  milestones: milestones,
  'month-grid': monthGrid,
  'month-sheet': monthSheet,
  'next-action': nextAction,
  notice: notice,
  'page-head': pageHead,
  pagination: pagination,
  palette: palette,
  panel: panel,
  paper: paper,
  person: person,
  progress: progress,
  'qr-code': qrCode,
  quote: quote,
  seal: seal,
  'six-panel': sixPanel,
  'source-view': sourceView,
  'span-chart': spanChart,
  'stacked-bar': stackedBar,
  steps: steps,
  switcher: switcher,
  table: table,
  tabs: tabs,
  tag: tag,
  timeline: timeline,
  triage: triage,
  'upload-list': uploadList,
};

/** Every frame, each a document of its own. */
export const ALL_FRAMES: readonly FrameExample[] = [...staffFrame, ...publicFrame, ...plainFrame];
