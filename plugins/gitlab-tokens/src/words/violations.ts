import {
  dateSchema,
  tokenKindSchema,
  Violation,
  ViolationCode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { PlanRefusal } from '../model/planRefusal';
import { kindWord, roleWord, Words } from './Words';

/** Kinds and roles by GitLab's names, and dates, where the code speaks of them; everything else as it is. */
function valueWord(
  value: string,
  code: ViolationCode,
  { t, formats }: Words,
): string {
  switch (code) {
    case 'KIND_NOT_ALLOWED':
    case 'WRONG_KIND': {
      const kind = tokenKindSchema.safeParse(value);
      return kind.success ? kindWord(kind.data, t) : value;
    }
    case 'ROLE_NOT_ALLOWED':
      return roleWord(value, t);
    case 'EXPIRY_IN_PAST':
    case 'EXPIRY_TOO_FAR':
      return dateSchema.safeParse(value).success ? formats.date(value) : value;
    default:
      return value;
  }
}

/** What is wrong with a field, and what would be right. */
export function violationWords(
  { code, found, allowed }: Violation,
  words: Words,
): string {
  const { t, formats } = words;
  const params = {
    found: found === null ? '' : valueWord(found, code, words),
    allowed: formats.list(allowed.map(value => valueWord(value, code, words))),
  };
  const isClosed = code === 'OWNER_NOT_MANAGED' && allowed.length === 0;
  const key = isClosed ? 'OWNER_NOT_MANAGED_AT_ALL' : code;
  return t(`violation.${key}`, params);
}

/** The violations of a field in one text; undefined where there are none. */
export function violationsText(
  violations: readonly Violation[],
  words: Words,
): string | undefined {
  const sentences = violations.map(each => violationWords(each, words));
  return sentences.length > 0 ? [...new Set(sentences)].join(' ') : undefined;
}

/** The backend's or the browser's own words about a refusal, in English; null where they say nothing more. */
export function originalOf(refusal: PlanRefusal): string | null {
  return 'message' in refusal && refusal.message !== ''
    ? refusal.message
    : null;
}

/** Why a value was not shown. Before an answer leaves, its value counts as shown, so that a lost one is lost for ever. */
export function revealRefusalWords(refusal: PlanRefusal, words: Words): string {
  const { t } = words;
  switch (refusal.kind) {
    case 'forbidden':
      return t('reveal.notYours');
    case 'conflict':
      return t('reveal.gone');
    case 'unanswered':
      return t('reveal.maybeLost');
    default:
      return refusalWords(refusal, { permission: '' }, words);
  }
}

/**
 * A refusal in words.
 *
 * @param options - `permission`: what the refused request takes; `mayHaveStarted`: it was one that changes something
 */
export function refusalWords(
  refusal: PlanRefusal,
  options: { permission: string; mayHaveStarted?: boolean },
  words: Words,
): string {
  const { t } = words;
  switch (refusal.kind) {
    case 'violations':
      return violationsText(refusal.violations, words) ?? '';
    case 'blocked':
      return t('plan.blocked');
    case 'forbidden':
      return t('refusal.forbidden', { permission: options.permission });
    case 'unanswered':
      return t(
        options.mayHaveStarted ? 'refusal.maybeStarted' : 'refusal.unanswered',
      );
    default:
      return t(`refusal.${refusal.kind}`);
  }
}
