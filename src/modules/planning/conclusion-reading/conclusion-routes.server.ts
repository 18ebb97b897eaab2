import { evidenceRoutes } from '#modules/casework/index.server.ts';
import { plainListRoutes } from '#modules/lists/index.server.ts';
import { get, post, type Route } from '#platform/http/route.ts';
import {
  createConclusionAction,
  editConclusionAction,
  editConclusionPage,
  newConclusionPage,
} from '../conclusion/pages/conclusion-edit.tsx';
import { conclusionList, conclusionListPage } from '../conclusion/pages/conclusion-list.tsx';
import {
  conclusionPage,
  discardConclusionAction,
  restoreConclusionAction,
} from '../conclusion/pages/conclusion.tsx';
import { lineAction, linePage } from '../conclusion/pages/line.tsx';
import { addLinesAction, linesPage, takeLinesBackAction } from '../conclusion/pages/lines.tsx';
import { conclusionEvidence } from '../conclusion/evidence-owner.server.ts';
import { readingPage } from './pages/reading.tsx';
import { admitConclusionFile, readFileAction, readLinesPage, readPasteAction } from './pages/start.tsx';

/** Conclusions, their points, their papers, and what is read in these. */
export const conclusionRoutes: readonly Route[] = [
  get('/ket-luan', conclusionListPage),
  ...plainListRoutes(conclusionList),
  get('/ket-luan/moi', newConclusionPage),
  post('/ket-luan/moi', 'planning.conclusion.create', createConclusionAction),
  get('/ket-luan/:id', conclusionPage),
  get('/ket-luan/:id/sua', editConclusionPage),
  post('/ket-luan/:id/sua', 'planning.conclusion.edit', editConclusionAction),
  post('/ket-luan/:id/bo', 'planning.conclusion.discard', discardConclusionAction),
  post('/ket-luan/:id/lay-lai', 'planning.conclusion.restore', restoreConclusionAction),
  get('/ket-luan/:id/doc', readLinesPage),
  post('/ket-luan/:id/doc', 'planning.conclusion.add-lines', readPasteAction, {
    maxBytes: 2 * 1024 * 1024,
  }),
  post('/ket-luan/:id/tep', 'planning.conclusion.read-file', readFileAction, { admit: admitConclusionFile }),
  get('/ket-luan/:id/doc/:reading', readingPage),
  get('/ket-luan/:id/dong', linesPage),
  post('/ket-luan/:id/dong', 'planning.conclusion.add-lines', addLinesAction, { maxBytes: 512 * 1024 }),
  get('/ket-luan/:id/dong/:line', linePage),
  post('/ket-luan/:id/dong/:line', 'planning.conclusion.edit-line', lineAction),
  post('/ket-luan/:id/dot/:batch/hoan-tac', 'planning.conclusion.take-back', takeLinesBackAction),
  ...evidenceRoutes(conclusionEvidence),
];
