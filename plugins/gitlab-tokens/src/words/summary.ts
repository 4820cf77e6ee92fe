import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  gravestFinding,
  needsAttention,
  nextToExpire,
  toneOf,
} from '../model/attention';
import { findingWords } from './findings';
import { stateWords, toneOfState } from './states';
import { Translate, Words } from './Words';

/** Why an environment needs attention, in one clause: its state, or else its gravest finding. */
function reason(environment: Environment, words: Words): string {
  const named = { ...environment, title: environment.name };
  const finding = gravestFinding(environment);
  const state = toneOfState(environment.state);
  const stateIsWorse =
    state === 'error' || (state === 'warning' && finding?.severity !== 'error');
  return finding && !stateIsWorse
    ? findingWords(finding, named, words).short
    : stateWords(named, words).short;
}

/** Those that need attention, errors before warnings. */
function gravestEnvironmentsFirst(
  environments: readonly Environment[],
): Environment[] {
  const rank = (environment: Environment) =>
    toneOf(environment) === 'error' ? 0 : 1;
  return environments.filter(needsAttention).sort((a, b) => rank(a) - rank(b));
}

/** More of them would be no summary. */
const MOST_REASONS = 3;

function moreWords(count: number, t: Translate): string[] {
  return count > 0 ? [t('summary.more', { count })] : [];
}

/** How many environments need attention and why, in a sentence. */
export function attentionSentence(
  environments: readonly Environment[],
  words: Words,
): string {
  const { t } = words;
  const concerned = gravestEnvironmentsFirst(environments);
  if (concerned.length === 0) {
    return t('summary.allFine', { count: environments.length });
  }
  const reasons = concerned
    .slice(0, MOST_REASONS)
    .map(item => reason(item, words))
    .concat(moreWords(concerned.length - MOST_REASONS, t))
    .join(t('summary.reasonSeparator'));
  return environments.length === 1
    ? t('summary.attentionOnly', { reasons })
    : t('summary.attention', {
        count: concerned.length,
        total: String(environments.length),
        reasons,
      });
}

/** Which token expires next, in a sentence. */
export function nextExpirySentence(
  environments: readonly Environment[],
  { t, formats }: Words,
): string {
  const next = nextToExpire(environments);
  return next
    ? t('summary.nextExpiry', {
        environment: next.name,
        expiry: formats.inDays(next.daysLeft),
        date: next.expiresAt,
      })
    : t('summary.noExpiryKnown');
}
