import { get, post, type Route } from '#platform/http/route.ts';
import { addTrustedAction, addTrustedPage } from './trusted-certificate/pages/add-trusted.tsx';
import {
  removeTrustedAction,
  restoreTrustedAction,
  setReuseLimitAction,
  trustedCertificateListPage,
} from './trusted-certificate/pages/trusted-certificate-list.tsx';

export const routes: readonly Route[] = [
  get('/quan-tri/chu-ky-so', trustedCertificateListPage),
  post('/quan-tri/chu-ky-so/muc-dung', 'casework.reuse-limit.set', setReuseLimitAction),
  get('/quan-tri/chu-ky-so/them', addTrustedPage),
  post('/quan-tri/chu-ky-so/them', 'casework.trusted-certificate.add', addTrustedAction, {
    maxBytes: 512 * 1024,
  }),
  post('/quan-tri/chu-ky-so/:id/bo', 'casework.trusted-certificate.remove', removeTrustedAction),
  post('/quan-tri/chu-ky-so/:id/khoi-phuc', 'casework.trusted-certificate.restore', restoreTrustedAction),
];
