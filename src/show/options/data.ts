import { isPaused, RETENTION_DAYS, type Settings } from '../../contract/settings.ts';
import { type Key, list, number, t } from '../text.ts';
import type { Stored } from './stored.ts';

/** What each table holds, and what is kept beside the database. */
export const HOLDS: Record<string, Key> = {
  leads: 'data_leads',
  deals: 'data_deals',
  activities: 'data_activities',
  stageChanges: 'data_changes',
  ownerChanges: 'data_changes',
  quotes: 'data_service',
  tickets: 'data_service',
  customers: 'data_customers',
  sightings: 'data_sightings',
  contradictions: 'data_contradictions',
  problems: 'data_problems',
  summaries: 'data_summaries',
  settings: 'data_settings',
  storage: 'data_storage',
};

/** The parts of the sheet that are the same everywhere, in their order; `undefined` where a table stands. */
export const PARTS: readonly [title: Key, text: Key | undefined][] = [
  ['data_purpose', 'data_purpose_text'],
  ['data_what', undefined],
  ['data_never', 'data_never_text'],
  ['data_where', 'data_where_text'],
  ['data_rules', undefined],
  ['data_permissions', undefined],
  ['data_delete', 'data_delete_text'],
  ['data_rights', 'data_rights_text'],
];

export interface Rule {
  label: string;
  value: string;
  by: string;
}

type Asked = Pick<Stored, 'settings' | 'own' | 'policy' | 'origins'>;

/** What holds in this installation, and who said so. */
export function rulesOf({ settings, own, policy, origins }: Asked, now: number): Rule[] {
  const by = (key: keyof Settings): string => {
    const isLaidDown = policy?.settings[key] !== undefined || policy?.locked.includes(key);
    const isOwn = own[key] !== undefined && !policy?.locked.includes(key);
    return t(isOwn ? 'data_by_user' : isLaidDown ? 'data_by_organisation' : 'data_by_nobody');
  };
  const organisation = (isSaid: boolean) => t(isSaid ? 'data_by_organisation' : 'data_by_nobody');
  const rule = (label: Key, value: string, who: string): Rule => ({ label: t(label), value, by: who });
  return [
    rule('data_kept_for', number(settings.retentionDays ?? RETENTION_DAYS), by('retentionDays')),
    rule('data_sites', listed(origins.map(hostOf)), t('data_by_user')),
    rule('data_hosts', policy?.hosts ? listed(policy.hosts) : t('data_any'), organisation(!!policy?.hosts)),
    rule('data_paused', yes(isPaused(settings, now)), by('paused')),
    rule(
      'data_export',
      yes(policy?.exportAllowed ?? true),
      organisation(policy?.exportAllowed !== undefined),
    ),
    rule('peers_switch', yes(settings.peerComparison ?? true), by('peerComparison')),
    rule('chip_switch', yes(settings.chip ?? true), by('chip')),
    rule('notices_switch', yes(settings.notices?.on ?? false), by('notices')),
    rule('data_locked', listed(policy?.locked ?? []), organisation(!!policy?.locked.length)),
  ];
}

const yes = (is: boolean): string => t(is ? 'data_yes' : 'data_no');
const listed = (items: string[]): string => (items.length > 0 ? list(items) : t('data_none'));
export const hostOf = (origin: string): string => origin.replace(/^[\w*]+:\/\/|\/\*$/g, '');
