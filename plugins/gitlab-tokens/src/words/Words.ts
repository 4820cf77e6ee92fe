import { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import {
  Role,
  roleSchema,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { gitlabTokensTranslationRef } from '../translation';
import { Formats } from './Formats';

/** The plugin's messages in the language of the viewer. */
export type Translate = TranslationFunction<
  typeof gitlabTokensTranslationRef.T
>;

/** All that is needed to say something: the messages, and dates and numbers in the same language. */
export type Words = { t: Translate; formats: Formats };

/** GitLab's name of a kind of token. */
export function kindWord(kind: TokenKind, t: Translate): string {
  switch (kind) {
    case 'personal':
      return t('kind.personal');
    case 'impersonation':
      return t('kind.impersonation');
    case 'group':
      return t('kind.group');
    case 'project':
      return t('kind.project');
    case 'service-account':
      return t('kind.serviceAccount');
    case 'group-deploy':
      return t('kind.groupDeploy');
    case 'project-deploy':
      return t('kind.projectDeploy');
    default:
      return neverHappens(kind);
  }
}

function knownRoleWord(role: Role, t: Translate): string {
  switch (role) {
    case 'minimal-access':
      return t('role.minimalAccess');
    case 'guest':
      return t('role.guest');
    case 'planner':
      return t('role.planner');
    case 'reporter':
      return t('role.reporter');
    case 'security-manager':
      return t('role.securityManager');
    case 'developer':
      return t('role.developer');
    case 'maintainer':
      return t('role.maintainer');
    case 'owner':
      return t('role.owner');
    default:
      return neverHappens(role);
  }
}

/** GitLab's name of a role; a role that this version does not know stays as it is. */
export function roleWord(role: string, t: Translate): string {
  const known = roleSchema.safeParse(role);
  return known.success ? knownRoleWord(known.data, t) : role;
}

/** Makes a switch over a closed set exhaustive: it does not compile while a member is missing. */
export function neverHappens(member: never): never {
  throw new Error(`There are no words for ${JSON.stringify(member)}`);
}
