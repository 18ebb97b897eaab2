import type { VNode } from 'preact';
import { ownDaysLink } from '#modules/calendar/links.ts';
import { issuedPaperTexts } from '#modules/casework/index.server.ts';
import {
  channelsLink,
  issuedPapersLink,
  remindersLink,
  trustedCertificatesLink,
} from '#modules/casework/links.ts';
import {
  absencesLink,
  accountLink,
  machinesLink,
  officersLink,
  rolesLink,
  settingsLink,
  signInRulesLink,
  signOutLink,
  unitsLink,
  webhooksLink,
} from '#modules/directory/links.ts';
import { objectiveTexts, progressTexts, reportTexts, reviewTexts } from '#modules/planning/index.server.ts';
import {
  calendarLink,
  draftsLink,
  plansLink,
  objectivesLink,
  progressLink,
  reviewsLink,
  targetsLink,
  tasksLink,
} from '#modules/planning/links.ts';
import { reportCalendarLink } from '#modules/planning/links.ts';
import {
  goKeys,
  myWorkTexts,
  noticeTexts,
  reminderTexts,
  searchTexts,
  shortcutTexts,
  trashKinds,
} from '#modules/workbench/index.server.ts';
import {
  auditLink,
  homeLink,
  keysLink,
  myWorkLink,
  noticesLink,
  searchDataLink,
  searchLink,
  systemLink,
  trashLink,
} from '#modules/workbench/links.ts';
import type { Flash, PageReply } from '#platform/http/reply.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { SessionRef, TenantRef } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { KeptFormsContext } from '#ui/kept-form/kept-forms.ts';
import type { MenuItem } from '#ui/menu/menu.tsx';
import { type NavItem, StaffFrame } from '#ui/staff-frame/staff-frame.tsx';
import type { Assets } from './assets.ts';
import { documentHead } from './document-head.ts';
import { keptForms, type KeptOnPage } from './kept-on-page.ts';
import { languageLink } from './language.ts';
import { type Texts, texts } from './texts.ts';
import { type Theme, themeLink } from './theme.ts';
import type { Waiting } from './waiting-counts.server.ts';

export interface StaffShell {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly actor: Actor;
  readonly tenant: TenantRef;
  readonly session: SessionRef;
  readonly address: string;
  readonly flash: Flash | undefined;
  readonly kept: KeptOnPage;
  readonly waiting: Waiting;
}

/** A page of the staff app inside its frame: the areas that the person may open, and where they are. */
export function staffDocument(assets: Assets, shell: StaffShell, reply: PageReply): VNode {
  const t = texts(shell.lang);
  return (
    <StaffFrame
      {...documentHead(assets, shell)}
      lang={shell.lang}
      title={`${reply.title} · ${shell.tenant.name}`}
      product={t.product}
      tenantName={shell.tenant.name}
      homeHref={homeLink}
      demoNote={shell.tenant.isDemo ? t.demoNote : undefined}
      nav={areas(t, shell, reply.current).map(withGoKey)}
      search={{
        action: searchLink(),
        name: 'q',
        label: t.search,
        placeholder: t.searchHint,
        shortcut: 'Ctrl K',
      }}
      notifications={noticeBell(shell)}
      person={{
        name: shell.actor.name,
        unitName: shell.actor.unitName,
        menu: [
          { label: t.myAccount, href: accountLink, goKey: goKeys[accountLink]?.letter },
          { label: shortcutTexts(shell.lang).title, href: keysLink },
          ...(shell.actor.grants.has('directory.role.require-factor')
            ? [{ label: t.signInRules, href: signInRulesLink }]
            : []),
          ...themeChoices(t, shell),
          { label: t.signOut, formAction: signOutLink },
        ],
      }}
      languageSwitch={languageSwitch(t, shell)}
      flash={shell.flash && { ...shell.flash, action: undoOf(t, shell.flash) }}
      breadcrumb={reply.crumbs}
      isWide={reply.isWide}
      labels={{ skip: t.skip, nav: t.nav, menu: t.menu, personMenu: t.personMenu, breadcrumb: t.breadcrumb }}
      scripts={scriptsOf(reply).map((name) => assets.href(name))}
      hasPlainKeys={!shell.session.isWithoutPlainKeys}
      palette={{
        action: searchLink(),
        dataHref: searchDataLink,
        name: 'q',
        personKey: shell.actor.accountId ?? '',
        labels: searchTexts(shell.lang).palette,
      }}
      keyHelp={{
        href: keysLink,
        title: shortcutTexts(shell.lang).title,
        close: shortcutTexts(shell.lang).close,
      }}
    >
      {reply.keepsForms ? (
        <KeptFormsContext.Provider value={keptForms(shell.lang, shell.kept)}>
          {reply.body}
        </KeptFormsContext.Provider>
      ) : (
        reply.body
      )}
      {reply.trash && mayBringBack(shell.actor, reply.trash) && (
        <p class="form-actions">
          <LinkButton kind="quiet" icon="undo" href={trashLink({ loai: reply.trash })}>
            {t.toTrash}
          </LinkButton>
        </p>
      )}
    </StaffFrame>
  );
}

/** Whether the trash has something of this kind to offer this person. */
function mayBringBack(actor: Actor, name: string): boolean {
  const kind = trashKinds.find((one) => one.kind === name);
  return (
    kind !== undefined && actor.grants.has('workbench.trash.restore') && actor.grants.has(kind.restoreAct)
  );
}

function scriptsOf(reply: PageReply): readonly string[] {
  return ['frame.island.js', ...(reply.scripts ?? []), ...(reply.keepsForms ? ['keep-forms.island.js'] : [])];
}

/** The way back from what was just done. */
function undoOf(t: Texts, { undo }: Flash): VNode | undefined {
  if (!undo) return undefined;
  return (
    <form method="post" action={undo}>
      <Button size="small" kind="quiet" icon="undo">
        {t.undo}
      </Button>
    </form>
  );
}

/** The item with the letter that opens it after `g`, and those under it with theirs. */
function withGoKey(item: NavItem): NavItem {
  const lead = item.children?.length ? undefined : goKeys[item.href]?.letter;
  const children = item.children?.map((child) => ({ goKey: goKeys[child.href]?.letter, ...child }));
  return { goKey: lead, ...item, ...(children && { children }) };
}

/** The grounds that this browser does not show now. */
function themeChoices(t: Texts, shell: StaffShell): MenuItem[] {
  return themes(t, shell)
    .filter(({ isCurrent }) => !isCurrent)
    .map(({ label, href }) => ({ label, href }));
}

/** Every ground that pages can be drawn on, for the page one is on. */
export function themes(t: Texts, shell: { theme: Theme; address: string }) {
  return (['system', 'light', 'dark'] as const).map((theme) => ({
    label: t.themes[theme],
    href: themeLink(theme, shell.address),
    isCurrent: theme === shell.theme,
  }));
}

/** The other language, for the page one is on. */
export function languageSwitch(t: Texts, shell: { lang: Lang; address: string }) {
  const lang: Lang = shell.lang === 'vi' ? 'en' : 'vi';
  return { label: t.otherLanguage, href: languageLink(lang, shell.address), lang };
}

function areas(t: Texts, shell: StaffShell, current: string): NavItem[] {
  const mark = (href: string) => (href === current ? ('page' as const) : undefined);
  const planning = [
    { label: t.areas.plans, href: plansLink },
    { label: t.areas.tasks, href: tasksLink() },
    { label: progressTexts(shell.lang).title, href: progressLink() },
    ...(shell.actor.grants.has('casework.issued-paper.read')
      ? [{ label: issuedPaperTexts(shell.lang).list, href: issuedPapersLink }]
      : []),
    { label: objectiveTexts(shell.lang).title, href: objectivesLink() },
    ...(shell.actor.grants.has('planning.unit-head-review.read')
      ? [{ label: reviewTexts(shell.lang).title, href: reviewsLink() }]
      : []),
    ...(shell.actor.grants.has('casework.reminder.read')
      ? [{ label: reminderTexts(shell.lang).title, href: remindersLink() }]
      : []),
    { label: t.areas.targets, href: targetsLink() },
    { label: t.areas.calendar, href: calendarLink() },
    ...(shell.actor.grants.has('planning.report-period.read')
      ? [{ label: reportTexts(shell.lang).calendar.title, href: reportCalendarLink() }]
      : []),
    ...(shell.actor.grants.has('planning.plan-draft.read')
      ? [{ label: t.areas.drafts, href: draftsLink }]
      : []),
  ].map((item) => ({ current: mark(item.href), ...item }));
  const administering = administrationOf(t, shell).map((item) => ({ current: mark(item.href), ...item }));
  return [
    { label: t.areas.home, href: homeLink, icon: 'home', current: mark(homeLink) },
    ...(shell.actor.grants.has('planning.task.read') && shell.actor.officerId !== null
      ? [
          {
            label: myWorkTexts(shell.lang).title,
            href: myWorkLink(),
            icon: 'inbox' as const,
            count: shell.waiting.work,
            countLabel: myWorkTexts(shell.lang).waiting,
            current: mark(myWorkLink()),
          },
        ]
      : []),
    ...(shell.actor.grants.has('planning.plan.read')
      ? [
          {
            label: t.areas.planning,
            href: plansLink,
            icon: 'list' as const,
            current: planning.some((item) => item.current) ? ('true' as const) : undefined,
            children: planning,
          },
        ]
      : []),
    ...(shell.actor.grants.has('platform.audit.read')
      ? [{ label: t.areas.audit, href: auditLink(), icon: 'book' as const, current: mark(auditLink()) }]
      : []),
    ...(shell.actor.grants.has('workbench.system.read')
      ? [{ label: t.areas.system, href: systemLink, icon: 'settings' as const, current: mark(systemLink) }]
      : []),
    ...(administering[0]
      ? [
          {
            label: t.areas.administration,
            href: administering[0].href,
            icon: 'settings' as const,
            current: administering.some((item) => item.current) ? ('true' as const) : undefined,
            children: administering,
          },
        ]
      : []),
  ];
}

/** The bell with what is unread, for those who are told things. */
function noticeBell({ actor, lang, waiting }: StaffShell) {
  if (actor.officerId === null || !actor.grants.has('workbench.notice.read')) return undefined;
  const t = noticeTexts(lang);
  const count = waiting.notices;
  return {
    href: noticesLink(),
    label: count > 0 ? t.bell(formatNumber(lang, count)) : t.bellNone,
    count,
  };
}

/** What the person may administer, each by the grant that opens its page. */
function administrationOf(t: Texts, shell: StaffShell): { label: string; href: string }[] {
  const pages = [
    { act: 'directory.officer.edit', label: t.areas.officers, href: officersLink },
    { act: 'directory.unit.edit', label: t.areas.units, href: unitsLink },
    { act: 'directory.role.edit', label: t.areas.roles, href: rolesLink },
    { act: 'directory.absence.record', label: t.areas.absences, href: absencesLink },
    { act: 'calendar.own-day.set', label: t.areas.ownDays, href: ownDaysLink },
    {
      act: 'casework.trusted-certificate.add',
      label: t.areas.signatures,
      href: trustedCertificatesLink(),
    },
    { act: 'directory.machine.create', label: t.areas.machines, href: machinesLink },
    { act: 'casework.delivery.read', label: t.areas.channels, href: channelsLink },
    { act: 'directory.webhook.create', label: t.areas.webhooks, href: webhooksLink },
    { act: 'workbench.trash.restore', label: t.areas.trash, href: trashLink() },
    { act: 'directory.tenant.edit', label: t.areas.settings, href: settingsLink },
  ];
  return pages.filter(({ act }) => shell.actor.grants.has(act)).map(({ label, href }) => ({ label, href }));
}
