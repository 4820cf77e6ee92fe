import {
  tokenKindSchema,
  Violation,
  ViolationCode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { PlanRefusal } from '../model/planRefusal';
import { kindWord, roleWord, Translate, Words } from './Words';

/** Kinds and roles by GitLab's names, where the code speaks of them; everything else as it is. */
function valueWord(value: string, code: ViolationCode, t: Translate): string {
  switch (code) {
    case 'KIND_NOT_ALLOWED':
    case 'WRONG_KIND': {
      const kind = tokenKindSchema.safeParse(value);
      return kind.success ? kindWord(kind.data, t) : value;
    }
    case 'ROLE_NOT_ALLOWED':
      return roleWord(value, t);
    default:
      return value;
  }
}

/** What is wrong with a field, and what would be right. */
export function violationWords(
  { code, found, allowed, message }: Violation,
  { t, formats }: Words,
): string {
  const params = {
    found: found === null ? '' : valueWord(found, code, t),
    allowed: formats.list(allowed.map(value => valueWord(value, code, t))),
    message,
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
    case 'underWay':
      return t('refusal.underWay');
    case 'forbidden':
      return t('refusal.forbidden', { permission: options.permission });
    case 'unanswered':
      return options.mayHaveStarted
        ? t('refusal.maybeStarted', { message: refusal.message })
        : t('refusal.unanswered', { message: refusal.message });
    default:
      return t(`refusal.${refusal.kind}`, { message: refusal.message });
  }
}
