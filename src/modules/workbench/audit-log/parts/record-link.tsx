import { ownDaysLink } from '#modules/calendar/links.ts';
import { trustedCertificatesLink } from '#modules/casework/links.ts';
import {
  absencesLink,
  machineLink,
  officerImportLink,
  officerLink,
  roleLink,
  settingsLink,
  unitLink,
} from '#modules/directory/links.ts';
import { draftLink, planLink, taskLink } from '#modules/planning/links.ts';

const links: Readonly<Record<string, (id: string) => string>> = {
  task: (id) => taskLink(id),
  plan: (id) => planLink(id),
  'plan-draft': (id) => draftLink(id),
  unit: (id) => unitLink(id),
  officer: (id) => officerLink(id),
  role: (id) => roleLink(id),
  machine: (id) => machineLink(id),
  tenant: () => settingsLink,
  absence: () => absencesLink,
  'own-day': () => ownDaysLink,
  'trusted-certificate': () => trustedCertificatesLink(),
  'reuse-limit': () => trustedCertificatesLink(),
  'officer-import': () => officerImportLink,
};

/** Where a record is opened; undefined for kinds that have no page of their own. */
export function recordLink(kind: string, id: string): string | undefined {
  return links[kind]?.(id);
}
