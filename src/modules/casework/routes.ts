import { contactsLink } from '#modules/directory/links.ts';
import { plainListRoutes } from '#modules/lists/index.server.ts';
import { get, post, type Route } from '#platform/http/route.ts';
import {
  confirmContactAction,
  contactsPage,
  linkZaloAction,
  nameContactAction,
  removeContactAction,
} from './contact/pages/contacts.tsx';
import { channelsPage, tryChannelAction } from './delivery/pages/channels.tsx';
import { deliveryList, deliveryListPage, sendAgainAction } from './delivery/pages/delivery-list.tsx';
import {
  channelsLink,
  contactLink,
  deliveriesLink,
  sendAgainLink,
  tryChannelLink,
  zaloAccountLink,
} from './links.ts';
import {
  removeZaloAccountAction,
  setZaloAccountAction,
  zaloAccountPage,
} from './zalo-account/pages/zalo-account.tsx';
import { choiceDefaultsPage } from './notice-choice/pages/defaults.tsx';
import {
  officeChoiceAction,
  officeChoicePage,
  ownChoiceAction,
  ownChoicePage,
  takeBackOfficeAction,
  takeBackOwnAction,
  takeBackUnitAction,
  unitChoiceAction,
  unitChoicePage,
} from './notice-choice/pages/choice.tsx';
import { digestPage, latestDigestPage } from './digest/pages/digest.tsx';
import { addTrustedAction, addTrustedPage } from './trusted-certificate/pages/add-trusted.tsx';
import {
  removeTrustedAction,
  restoreTrustedAction,
  setReuseLimitAction,
  trustedCertificateListPage,
} from './trusted-certificate/pages/trusted-certificate-list.tsx';

export const routes: readonly Route[] = [
  get(contactsLink, contactsPage),
  post(contactLink('zalo', 'lay-ma'), 'casework.contact.name', linkZaloAction),
  post(contactLink(':channel'), 'casework.contact.name', nameContactAction),
  post(contactLink(':channel', 'xac-nhan'), 'casework.contact.confirm', confirmContactAction),
  post(contactLink(':channel', 'bo'), 'casework.contact.remove', removeContactAction),
  get(channelsLink, channelsPage),
  get(zaloAccountLink(), zaloAccountPage),
  post(zaloAccountLink(), 'casework.zalo-account.set', setZaloAccountAction),
  post(zaloAccountLink('bo'), 'casework.zalo-account.remove', removeZaloAccountAction),
  post(tryChannelLink(':channel'), 'casework.delivery.try', tryChannelAction),
  get(deliveriesLink(), deliveryListPage),
  ...plainListRoutes(deliveryList),
  post(sendAgainLink(':id'), 'casework.delivery.send-again', sendAgainAction),
  get('/quan-tri/chu-ky-so', trustedCertificateListPage),
  post('/quan-tri/chu-ky-so/muc-dung', 'casework.reuse-limit.set', setReuseLimitAction),
  get('/quan-tri/chu-ky-so/them', addTrustedPage),
  post('/quan-tri/chu-ky-so/them', 'casework.trusted-certificate.add', addTrustedAction, {
    maxBytes: 512 * 1024,
  }),
  post('/quan-tri/chu-ky-so/:id/bo', 'casework.trusted-certificate.remove', removeTrustedAction),
  post('/quan-tri/chu-ky-so/:id/khoi-phuc', 'casework.trusted-certificate.restore', restoreTrustedAction),
  get('/buoi-sang', latestDigestPage),
  get('/buoi-sang/:day', digestPage),
  get('/nhan-thong-bao', ownChoicePage),
  post('/nhan-thong-bao', 'casework.notice-choice.set', ownChoiceAction),
  post('/nhan-thong-bao/lay-lai/:version', 'casework.notice-choice.take-back', takeBackOwnAction),
  get('/nhan-thong-bao/mac-dinh', choiceDefaultsPage),
  get('/nhan-thong-bao/co-quan', officeChoicePage),
  post('/nhan-thong-bao/co-quan', 'casework.notice-choice.set', officeChoiceAction),
  post('/nhan-thong-bao/co-quan/lay-lai/:version', 'casework.notice-choice.take-back', takeBackOfficeAction),
  get('/nhan-thong-bao/don-vi/:unit', unitChoicePage),
  post('/nhan-thong-bao/don-vi/:unit', 'casework.notice-choice.set', unitChoiceAction),
  post(
    '/nhan-thong-bao/don-vi/:unit/lay-lai/:version',
    'casework.notice-choice.take-back',
    takeBackUnitAction,
  ),
];
